import { describe, expect, test } from "bun:test"
import { alongRow } from "./along-row.ts"

/** Seats 10 apart from left to right, with these numbers. */
const straight = (...numbers: number[]) =>
  numbers.map((number, at) => ({ number, x: at * 10, y: 0 }))

const numbersOf = (row: ReturnType<typeof straight>) => alongRow(row).map(({ number }) => number)

describe("the seats of a row follow each other", () => {
  test("by their numbers, from whichever side they are counted", () => {
    expect(numbersOf(straight(1, 2, 3, 4, 5))).toEqual([1, 2, 3, 4, 5])
    expect(numbersOf(straight(5, 4, 3, 2, 1))).toEqual([1, 2, 3, 4, 5])
    expect(numbersOf(straight(101, 103, 105))).toEqual([101, 103, 105])
  })

  test("as they stand, where odd numbers are to the left and even ones to the right", () => {
    const row = straight(7, 5, 3, 1, 2, 4, 6, 8)
    expect(numbersOf(row)).toEqual([7, 5, 3, 1, 2, 4, 6, 8])
    expect(numbersOf(row.map(({ number, x }) => ({ number, x: 0, y: x })))).toEqual(numbersOf(row))
    expect(numbersOf(row.toReversed())).toEqual(numbersOf(row))
  })

  test("by their numbers also around a bend", () => {
    const bend = Array.from({ length: 20 }, (_, at) => {
      const angle = (1.5 * Math.PI * at) / 19
      return { number: at + 1, x: 100 * Math.sin(angle), y: 100 * Math.cos(angle) }
    })
    expect(numbersOf(bend)).toEqual(bend.map(({ number }) => number))
  })

  test("where there is but one, or all are in one spot", () => {
    expect(numbersOf(straight(3))).toEqual([3])
    expect(numbersOf([2, 1].map((number) => ({ number, x: 0, y: 0 })))).toEqual([1, 2])
  })
})
