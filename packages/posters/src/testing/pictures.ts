import { deflateSync } from "node:zlib"
import sharp from "sharp"

// Parts of files that are uploaded in tests.

const XLINK = 'xmlns:xlink="http://www.w3.org/1999/xlink"'

export const svg = (inside: string, attributes = 'viewBox="0 0 600 800"') =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" ${XLINK} ${attributes}>${inside}</svg>`)

export const canvas = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: { r: 90, g: 40, b: 160 } } })

/** A PNG whose header says this size, and whose pixels are one bit each, all of them white. */
export function bitmapOf(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data])
    const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(data.length)
    check.writeUInt32BE(Bun.hash.crc32(body))
    return Buffer.concat([length, body, check])
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([1, 0], 8)
  const rows = deflateSync(Buffer.alloc(height * (Math.ceil(width / 8) + 1)), { level: 9 })
  const start = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const parts = [chunk("IHDR", header), chunk("IDAT", rows), chunk("IEND", Buffer.alloc(0))]
  return Buffer.concat([start, ...parts])
}

export const dataUrl = (png: Buffer) => `data:image/png;base64,${png.toString("base64")}`

/** Patterns that are filled with patterns: each level is drawn as often as all before it together. */
export const nestedPatterns = (levels: number) => {
  const level = (at: number) =>
    `<pattern id="p${at}" width="2" height="2" patternUnits="userSpaceOnUse"><rect class="c${at + 1}" width="2" height="2"/></pattern>`
  const rule = (at: number) => `.c${at}{fill:url(#p${at})}`
  const all = Array.from({ length: levels }, (_, at) => at)
  return `<style>${all.map(rule).join("")}</style>${all.map(level).join("")}<rect class="c0" width="600" height="800"/>`
}

export const usesOfUses = (levels: number) => {
  const level = (at: number) => `<g id="g${at + 1}">${`<use href="#g${at}"/>`.repeat(10)}</g>`
  const groups = Array.from({ length: levels }, (_, at) => level(at)).join("")
  return `<defs><rect id="g0" width="9" height="9"/>${groups}</defs><use href="#g${levels}"/>`
}

export const blurs = `<filter id="f" x="-1" y="-1" width="3" height="3">${'<feGaussianBlur stdDeviation="5000"/><feMorphology operator="dilate" radius="5000"/>'.repeat(100)}</filter><rect filter="url(#f)" width="600" height="800"/>`
