import { shortLeftWords, type AreaFilling } from "./area-filling.ts"
import { holdsBox, type Box, type Point } from "./plan-geometry.ts"
import type { SeatSpeech } from "../app/language/seat-words.ts"

/** Lines of words, of which the first ones are the name, and the size of their letters in pixels. */
export type AreaCaption = { lines: string[]; nameLines: number; px: number }

export const LINE_HEIGHT = 1.25
/** Captions are some two lines of seven letters. */
export const CAPTION_SHAPE = 1.8

/**
 * As much as can be read at this scale: name, price and what is left; or without the price; or, where
 * a section is the size of a fingertip, its number and the count.
 */
export function captionOf(
  filling: AreaFilling,
  currency: string,
  speech: SeatSpeech,
  { middle, k }: { middle: Point; k: number },
): AreaCaption | undefined {
  const { area, open } = filling
  const name = speech.named(area.name, area.englishName)
  const price = speech.formats.money(area.price, currency)
  const left = shortLeftWords(filling, speech)
  // The text in brackets, such as the storey, is said where there is room for it.
  const short = name.replace(/\s*\(.*\)$/, "")
  const number = /\d+(?=\D*$)/.exec(short)?.[0] ?? short
  // A number says as much as a folded name, and larger.
  const inTwo =
    number === short
      ? [{ lines: [...folded(short), left], nameLines: 2, px: { from: 13, to: 8 } }]
      : []
  const candidates: { lines: string[]; nameLines?: number; px: { from: number; to: number } }[] = [
    { lines: [name, price, left], px: { from: 16, to: 10 } },
    { lines: [name, left], px: { from: 13, to: 10 } },
    { lines: [short, left], px: { from: 13, to: 10 } },
    ...inTwo,
    { lines: [number, open === 0 ? "×" : speech.formats.number(open)], px: { from: 12, to: 8 } },
    { lines: [number], px: { from: 12, to: 8 } },
  ]
  for (const { lines, px, nameLines = 1 } of candidates) {
    for (let letterPx = px.from; letterPx >= px.to; letterPx--) {
      if (holdsBox(area.outline, boxOf(lines, middle, letterPx / k))) {
        return { lines, nameLines, px: letterPx }
      }
    }
  }
  return undefined
}

/** In two lines that are as alike as its words allow; what has no words is too long for any. */
function folded(name: string): [string, string] {
  const spaces = [...name.matchAll(/ /g)].map(({ index }) => index)
  const middle = name.length / 2
  const [at = name.length] = spaces.toSorted((a, b) => Math.abs(a - middle) - Math.abs(b - middle))
  return [name.slice(0, at), name.slice(at + 1)]
}

function boxOf(lines: readonly string[], middle: Point, size: number): Box {
  const width = (Math.max(...lines.map(widthInLetters)) + 0.6) * size
  const height = lines.length * LINE_HEIGHT * size
  return { x: middle.x - width / 2, y: middle.y - height / 2, width, height }
}

/** Latin letters and digits are little more than half as wide as Korean ones. */
export function widthInLetters(text: string): number {
  let width = 0
  for (const letter of text) width += letter.charCodeAt(0) < 0x1100 ? 0.6 : 1
  return width
}
