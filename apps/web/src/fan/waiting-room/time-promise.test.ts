import { describe, expect, test } from "bun:test"
import { isWide, keptPromise, parsePromise, timeUntil, type TimePromise } from "./time-promise.ts"

const MINUTE = 60_000

const promised = (before: TimePromise | undefined, atMinute: number, [from, to]: number[]) =>
  keptPromise(before, {
    lineId: "one",
    eta: { from: (from ?? 0) * 60, to: (to ?? 0) * 60 },
    nowMs: atMinute * MINUTE,
  })

/** Each estimate, one a minute, and what is left of the promise then. */
const told = (estimates: number[][]) => {
  let promise: TimePromise | undefined
  return estimates.map((estimate, minute) => {
    promise = promised(promise, minute, estimate)
    const { fromMs, toMs, isLonger } = promise
    return [fromMs / MINUTE - minute, toMs / MINUTE - minute, isLonger]
  })
}

describe("a promise of time", () => {
  test("is what was measured, and runs down by itself", () => {
    expect(
      told([
        [4, 6],
        [3, 5],
      ]),
    ).toEqual([
      [4, 6, false],
      [3, 5, false],
    ])
  })

  test("says so when it takes longer, and does not take back how soon it could be", () => {
    expect(
      told([
        [4, 6],
        [8, 12],
      ]),
    ).toEqual([
      [4, 6, false],
      [3, 12, true],
    ])
  })

  test("narrows on good news, and is not longer any more", () => {
    expect(
      told([
        [4, 6],
        [8, 12],
        [1, 4],
      ]),
    ).toEqual([
      [4, 6, false],
      [3, 12, true],
      [1, 4, false],
    ])
  })

  test("does not creep: what nobody plans by changes nothing, however often it is said", () => {
    const later = told([
      [10, 20],
      [10, 20],
      [10, 20],
      [10, 20],
      [10, 20],
      [10, 20],
    ])
    // A minute more each minute: the late end stands until it is clearly wrong, and moves with a word.
    expect(later.map(([, to]) => to)).toEqual([20, 19, 18, 20, 19, 18])
    expect(later.map(([, , isLonger]) => isLonger)).toEqual([false, false, false, true, true, true])
  })

  test("of another line is another promise", () => {
    const one = promised(undefined, 0, [4, 6])
    const two = keptPromise(one, { lineId: "two", eta: { from: 600, to: 900 }, nowMs: MINUTE })
    expect(two).toEqual({
      lineId: "two",
      fromMs: 11 * MINUTE,
      toMs: 16 * MINUTE,
      isLonger: false,
    })
  })

  test("is said in minutes or hours, and as the most it takes once its early end is past", () => {
    const promise = promised(undefined, 0, [4, 6])
    const at = (minute: number) => timeUntil(promise, minute * MINUTE)
    expect([at(0), at(0.5), at(3.5), at(5), at(9)]).toEqual([
      { kind: "minutes", from: 4, to: 6 },
      { kind: "minutes", from: 3, to: 6 },
      { kind: "minutes", from: undefined, to: 3 },
      { kind: "soon" },
      { kind: "soon" },
    ])
    const long = [
      [150, 200],
      [4, 200],
      [0, 200],
    ].map((eta) => timeUntil(promised(undefined, 0, eta), 0))
    expect(long).toEqual([
      { kind: "hours", from: 2, to: 4 },
      { kind: "mixed", from: 4, to: 4 },
      { kind: "hours", from: undefined, to: 4 },
    ])
  })

  test("outlives a reload, and not what somebody else has kept under its name", () => {
    const promise = promised(undefined, 0, [4, 6])
    expect(parsePromise(JSON.stringify(promise))).toEqual(promise)
    expect([parsePromise(null), parsePromise("{"), parsePromise("{}")]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
  })
})

test("a range that nobody can plan by is called wide", () => {
  const wide = ([from, to]: number[]) => isWide(promised(undefined, 0, [from ?? 0, to ?? 0]), 0)
  expect([wide([6, 93]), wide([4, 6]), wide([0, 2]), wide([0, 5])]).toEqual([
    true,
    false,
    false,
    true,
  ])
})
