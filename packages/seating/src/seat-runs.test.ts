import { describe, expect, test } from "bun:test"
import { Area } from "@podo/contract/ids"
import type { SeatRun } from "@podo/contract/seating"
import { hallPlans, seatRowsOf } from "@podo/db/demo-halls"
import { runsOf } from "./seat-runs.ts"

const STADIUM_BYTES_MAX = 60_000

type SeatRow = Parameters<typeof runsOf>[0][number]

/** As the contract says it: each seat is one step further than the one before. */
function seatsOf({ row, place, number, step, ...run }: SeatRun) {
  let [x, y] = [0, 0]
  return run.x.map((across, n) => {
    x += across
    y += run.y[n] ?? 0
    return {
      place: place + n,
      rowName: row,
      seatNumber: number + n * step,
      x,
      y,
      wheelchair: run.accessible?.includes(n) ?? false,
      companion: run.companion?.includes(n) ?? false,
    }
  })
}

const isSame = (seats: SeatRow[]) =>
  expect(runsOf(seats).flatMap(seatsOf)).toEqual(
    seats.map(({ place, rowName, seatNumber, x, y, wheelchair, companion }) => {
      return { place, rowName, seatNumber, x, y, wheelchair, companion }
    }),
  )

/** Seats beside each other, with these numbers, from a place on. */
function rowOf(numbers: number[], wishes: Partial<SeatRow> = {}): SeatRow[] {
  const from = wishes.place ?? 0
  return numbers.map((seatNumber, n) => ({
    area: Area.parse("a"),
    rowName: "1",
    y: -5,
    wheelchair: n === 1,
    companion: n === 0,
    ...wishes,
    seatNumber,
    place: from + n,
    x: 7 - n * n,
  }))
}

describe("seats in runs", () => {
  for (const plan of hallPlans) {
    test(`${plan.key}: are the seats of the hall`, () => isSame(seatRowsOf(plan)))
  }

  test.each([
    ["odd on the left, even on the right", [[9, 7, 5, 3, 1, 2, 4, 6, 8]], 2],
    ["a gap where a pillar stands", [[1, 2, 3, 7, 8]], 2],
    ["numbers in no order", [[5, 1, 9, 2]], 2],
    ["one alone", [[77]], 1],
    ["none at all", [], 0],
  ])("whatever their numbers: %s", (_, rows, count) => {
    const seats = rows.flatMap((numbers) => rowOf(numbers))
    isSame(seats)
    expect(runsOf(seats)).toHaveLength(count)
  })

  test("end where the row does, the area, or the places", () => {
    const seats = [
      ...rowOf([1, 2], { rowName: "가" }),
      ...rowOf([3, 4], { place: 2, rowName: "나" }),
      ...rowOf([5, 6], { place: 4, rowName: "나", area: Area.parse("b") }),
      // Between two seated areas people may stand.
      ...rowOf([7, 8], { place: 100, rowName: "나", area: Area.parse("b") }),
    ]
    isSame(seats)
    expect(runsOf(seats).map(({ place }) => place)).toEqual([0, 2, 4, 100])
  })

  test("of a stadium travel quickly", () => {
    const stadium = hallPlans.find(({ key }) => key === "stadium")
    const runs = stadium ? runsOf(seatRowsOf(stadium)) : []
    expect(runs.reduce((seats, { x }) => seats + x.length, 0)).toBe(44_000)
    expect(Bun.gzipSync(JSON.stringify({ runs })).length).toBeLessThan(STADIUM_BYTES_MAX)
  })
})
