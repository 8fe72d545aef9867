import type { Corner } from "@podo/contract/seating"
import { shortLeftWords, type AreaFilling } from "./area-filling.ts"
import { holdsBox, middleOf, type Point } from "./plan-geometry.ts"
import type { SeatSpeech } from "./use-seat-speech.ts"

/** `top`: the middle of the first line. Sizes in plan units. */
export type AreaCaption = { lines: string[]; middle: Point; top: number; size: number }

export const LINE_HEIGHT = 1.25
const READABLE_PX = 9
const LARGEST_PX = 18

/**
 * As much as can be read at this scale: name, price and what is left; or without the price; or, where
 * a section is the size of a fingertip, its number and the count.
 */
export function captionOf(
  filling: AreaFilling,
  currency: string,
  speech: SeatSpeech,
  k: number,
): AreaCaption | undefined {
  const { area, open } = filling
  const name = speech.named(area.name, area.englishName)
  const price = speech.formats.money(area.price, currency)
  const left = shortLeftWords(filling, speech)
  const number = /\d+(?=\D*$)/.exec(name)?.[0] ?? name
  const candidates = [
    [name, price, left],
    [name, left],
    [number, open === 0 ? "×" : speech.formats.number(open)],
    [number],
  ]
  for (const lines of candidates) {
    const caption = fitted(lines, area.outline, k)
    if (caption) return caption
  }
  return undefined
}

/** The largest size at which the lines stay inside the area, if that can be read. */
function fitted(lines: string[], outline: readonly Corner[], k: number): AreaCaption | undefined {
  const middle = middleOf(outline)
  const widest = Math.max(...lines.map(widthInLetters)) + 0.6
  for (let px = LARGEST_PX; px >= READABLE_PX; px--) {
    const size = px / k
    const width = widest * size
    const height = lines.length * LINE_HEIGHT * size
    const box = { x: middle.x - width / 2, y: middle.y - height / 2, width, height }
    if (holdsBox(outline, box)) {
      return { lines, middle, top: box.y + (LINE_HEIGHT * size) / 2, size }
    }
  }
  return undefined
}

/** Latin letters and digits are little more than half as wide as Korean ones. */
export function widthInLetters(text: string): number {
  let width = 0
  for (const letter of text) width += letter.charCodeAt(0) < 0x1100 ? 0.6 : 1
  return width
}
