import { describe, expect, test } from "bun:test"
import { betterReading, clockReadingOf } from "./server-clock.ts"

const at = (ms: number) => new Date(ms).toISOString()

describe("the server's clock", () => {
  test("is known to half of what the answer took", () => {
    expect(clockReadingOf(at(1_000_000), 200, 260)).toEqual({ aheadMs: 999_770, withinMs: 30 })
  })

  test("is taken from the quickest answer, while they agree", () => {
    const quick = clockReadingOf(at(1_000_000), 0, 40)
    const slow = clockReadingOf(at(1_005_000), 4_300, 5_100)
    expect(betterReading(quick, slow)).toBe(quick)
    expect(betterReading(slow, quick)).toBe(quick)
    expect(betterReading(undefined, slow)).toBe(slow)
  })

  test("is read anew when the device has slept", () => {
    const before = clockReadingOf(at(1_000_000), 0, 40)
    // An hour has passed, of which the steady clock saw a second.
    const after = clockReadingOf(at(4_600_000), 900, 1_100)
    expect(betterReading(before, after)).toBe(after)
  })
})
