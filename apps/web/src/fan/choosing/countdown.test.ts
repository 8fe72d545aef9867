import { describe, expect, test } from "bun:test"
import { clockOf, digitsOf, secondsLeft, spokenMark } from "./countdown.ts"

describe("a countdown", () => {
  test("shows the last second as one, and never less than nothing", () => {
    expect(secondsLeft(10_000, 9_999)).toBe(1)
    expect(secondsLeft(10_000, 10_000)).toBe(0)
    expect(secondsLeft(10_000, 99_000)).toBe(0)
  })

  test("reads as minutes and seconds", () => {
    expect(digitsOf(clockOf(300))).toBe("5:00")
    expect(digitsOf(clockOf(61))).toBe("1:01")
    expect(digitsOf(clockOf(9))).toBe("0:09")
  })

  test("reads as days and hours too, where a sale opens later", () => {
    expect(digitsOf(clockOf(3_661))).toBe("1:01:01")
    expect(clockOf(2 * 86_400 + 3_600)).toEqual({ days: 2, hours: 1, minutes: 0, seconds: 0 })
  })

  test("speaks at 60, 30 and 10 seconds, once each", () => {
    const heard = Array.from({ length: 120 }, (_, passed) => spokenMark(120 - passed))
    const changes = heard.filter((mark, index) => mark !== heard[index - 1])
    expect(changes).toEqual([60, 30, 10])
  })
})
