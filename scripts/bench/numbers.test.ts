import { describe, expect, test } from "bun:test"
import { dueAt, dueBy, ratioOf, spreadOf, timesOf, usersAt } from "./numbers.ts"
import { holds } from "./report/print.ts"

describe("durations", () => {
  test("are told by their middle, their 99th hundredth and the longest, in any order", () => {
    const ms = Array.from({ length: 1_000 }, (_, at) => (at * 7) % 1_000)
    expect(timesOf(ms)).toEqual({ count: 1_000, p50: 500, p99: 990, max: 999 })
  })

  test("of nothing are nothing", () => {
    expect(timesOf([])).toEqual({ count: 0, p50: 0, p99: 0, max: 0 })
  })
})

describe("a ratio", () => {
  test("is that of the rounds, one by one, and not of their middles", () => {
    // A slow second and a slow third round, slow for both sides alike.
    expect(ratioOf([100, 10, 40], [50, 5, 20])).toEqual({ min: 2, median: 2, max: 2 })
  })

  test("tells how far rounds lie apart", () => {
    expect(ratioOf([1, 2, 6], [2, 2, 2])).toEqual({ min: 0.5, median: 1, max: 3 })
    expect(spreadOf([3, 1, 2])).toEqual({ min: 1, median: 2, max: 3 })
  })
})

describe("arrivals", () => {
  test("are due at their rate, the first one at once", () => {
    expect([0, 1, 2, 10].map((visit) => dueAt(visit, 200))).toEqual([0, 5, 10, 50])
    expect([0, 4.9, 5, 50].map((ms) => dueBy(ms, 200))).toEqual([1, 1, 2, 11])
  })

  test("that were late to begin are all due at once: nobody is left out", () => {
    const perSecond = 2_000
    expect(dueBy(1_000, perSecond) - dueBy(400, perSecond)).toBe(1_200)
  })
})

describe("users", () => {
  const stages = [
    { atMs: 100, users: 50 },
    { atMs: 200, users: 150 },
    { atMs: 300, users: 150 },
  ]

  test("grow evenly from stage to stage", () => {
    expect([0, 50, 100, 150, 200].map((ms) => usersAt(stages, ms))).toEqual([0, 25, 50, 100, 150])
  })

  test("stay as many as the last stage has", () => {
    expect([250, 300, 900].map((ms) => usersAt(stages, ms))).toEqual([150, 150, 150])
  })
})

describe("a promise", () => {
  test("holds at its bound and beyond, and is broken below", () => {
    const says = "a figure"
    expect([1.9, 2, 2.1].map((value) => holds({ says, value, bound: { atLeast: 2 } }))).toEqual([
      false,
      true,
      true,
    ])
    expect([1.9, 2, 2.1].map((value) => holds({ says, value, bound: { atMost: 2 } }))).toEqual([
      true,
      true,
      false,
    ])
  })

  test("that was not given neither holds nor is broken", () => {
    expect(holds({ says: "a figure", value: 1 })).toBeUndefined()
  })

  test("is broken by a figure that is none", () => {
    expect(holds({ says: "a figure", value: Number.NaN, bound: { atLeast: 2 } })).toBe(false)
    expect(holds({ says: "a figure", value: Number.NaN, bound: { atMost: 2 } })).toBe(false)
  })
})
