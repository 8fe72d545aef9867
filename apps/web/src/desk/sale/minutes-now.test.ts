import { describe, expect, test } from "bun:test"
import { minutesAt } from "./minutes-now.ts"

const MINUTE_MS = 60_000
const START_MS = Date.UTC(2031, 0, 19, 20)
const at = (minute: number) => new Date(START_MS + minute * MINUTE_MS).toISOString()
const minutes = [1, 2, 3].map((bookings, index) => ({ minute: at(index), bookings }))

describe("the minutes of a chart", () => {
  const after = (passedMs: number, clockMs = START_MS) =>
    minutesAt(minutes, clockMs, clockMs + passedMs)

  test("stay as they were read within the minute", () => {
    expect(after(MINUTE_MS - 1)).toBe(minutes)
    expect(after(-5 * MINUTE_MS)).toBe(minutes)
  })

  test("move on by minutes in which nothing was booked", () => {
    expect(after(2 * MINUTE_MS)).toEqual([
      { minute: at(2), bookings: 3 },
      { minute: at(3), bookings: 0 },
      { minute: at(4), bookings: 0 },
    ])
    const longAfter = after(100 * MINUTE_MS)
    expect(longAfter.map(({ minute }) => minute)).toEqual([at(100), at(101), at(102)])
  })

  test("do not depend on how wrong the device's clock is", () => {
    const hourMs = 60 * MINUTE_MS
    expect(after(2 * MINUTE_MS, START_MS - 7 * hourMs)).toEqual(after(2 * MINUTE_MS))
  })
})
