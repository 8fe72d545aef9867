import { describe, expect, test } from "bun:test"
import { showingAt } from "./map-level.ts"
import { SEAT_PITCH } from "./seat-rows.ts"

/** With seats so many pixels apart. */
const at = (px: number) => showingAt(px / SEAT_PITCH)
const scales = Array.from({ length: 600 }, (_, step) => 0.1 * step)

describe("the part that a map shows", () => {
  test("is sections from afar, seats as dots nearer, and their marks from near", () => {
    expect([2, 6, 14].map((px) => at(px).level)).toEqual(["overview", "dots", "seats"])
  })

  test("glides: nothing appears at once while the map is scaled", () => {
    for (const [index, px] of scales.entries()) {
      const [now, next] = [at(px), at(scales[index + 1] ?? px)]
      for (const part of ["shapes", "captions", "seats", "numbers"] as const) {
        expect(Math.abs(next[part] - now[part])).toBeLessThan(0.2)
      }
    }
  })

  test("never fades out one before the other is there", () => {
    for (const px of scales) {
      const { captions, seats } = at(px)
      expect(Math.max(captions, seats)).toBe(1)
    }
  })

  test("numbers only seats that have their marks", () => {
    for (const px of scales) if (at(px).numbers > 0) expect(at(px).marks).toBe(true)
  })
})
