import { describe, expect, test } from "bun:test"
import { factsOf, quartersOf, scaleOf } from "./chart-scale.ts"

const START_MS = Date.UTC(2031, 0, 19, 10, 58)
const minutes = (counts: number[]) =>
  counts.map((bookings, at) => ({
    minute: new Date(START_MS + at * 60_000).toISOString(),
    bookings,
  }))

describe("the scale of the chart", () => {
  test("is whole, evenly spaced, and nothing rises above it", () => {
    for (const largest of [0, 1, 4, 5, 7, 23, 99, 100, 101, 1_234, 13_400]) {
      const scale = scaleOf(largest)
      const step = scale[1] ?? 0
      expect(scale.map((value) => value / step)).toEqual(scale.map((_, at) => at))
      expect(scale.every(Number.isInteger)).toBe(true)
      expect(scale.at(-1)).toBeGreaterThanOrEqual(largest)
      expect(scale.length).toBeLessThanOrEqual(5)
    }
  })

  test("leaves a single booking small", () => {
    expect(scaleOf(1)).toEqual([0, 1, 2, 3, 4])
  })
})

describe("the chart in words", () => {
  test("knows the sum, the fullest minute and the one that is under way", () => {
    const facts = factsOf(minutes([0, 7, 3, 7, 1]))
    expect(facts.total).toBe(18)
    expect(facts.peak).toEqual({ minute: "2031-01-19T10:59:00.000Z", bookings: 7 })
    expect(facts.current?.bookings).toBe(1)
    expect(factsOf(minutes([0, 0])).peak).toBeUndefined()
  })

  test("is labelled at quarters of an hour", () => {
    expect(quartersOf(minutes(Array.from({ length: 20 }, () => 0)))).toEqual([
      { at: 2, minute: "2031-01-19T11:00:00.000Z" },
      { at: 17, minute: "2031-01-19T11:15:00.000Z" },
    ])
  })
})
