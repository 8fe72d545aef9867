import { describe, expect, test } from "bun:test"
import { hallOf } from "../testing.ts"
import type { SeatLook } from "../../../map/seat-look.ts"
import { grown, rowsOf, shownRows } from "./rows.ts"

const { plan, seats } = hallOf({
  front: { rows: ["aaa", "WCa"] },
  back: { rows: ["aaa"] },
})
const [front, back] = plan.areas
if (front === undefined || back === undefined) throw new Error("the hall has two areas")

const NONE: ReadonlySet<number> = new Set()
const looks =
  (...all: SeatLook[]) =>
  (place: number) =>
    all[place] ?? "sold"

describe("the rows of a section", () => {
  const rows = rowsOf(front, seats, { wheelchairs: false })

  test("are its own, though another section calls one of its rows the same", () => {
    expect(rows.map(({ row, seats: own }) => [row, own.length])).toEqual([
      ["A", 3],
      ["B", 3],
    ])
    expect(rowsOf(back, seats, { wheelchairs: false }).map(({ row }) => row)).toEqual(["A"])
  })

  test("are those for wheelchairs and who comes along, where that is asked for", () => {
    const [row, ...others] = rowsOf(front, seats, { wheelchairs: true })
    expect(others).toEqual([])
    expect(row?.seats.map(({ place }) => place)).toEqual([3, 4])
  })

  test("show what can be had or concerns the reader", () => {
    const shown = grown(NONE, rows, looks("open", "held", "selected", "mine", "sold", "gone"))
    expect(shownRows(rows, shown).map(({ seats: own }) => own.map(({ place }) => place))).toEqual([
      [0, 2],
      [3, 5],
    ])
  })

  test("keep what was shown when others take it, and take in what opens", () => {
    const before = grown(NONE, rows, looks("open", "held"))
    const after = grown(before, rows, looks("held", "open"))
    expect([...after]).toEqual([0, 1])
    expect(grown(after, rows, looks("open", "sold"))).toBe(after)
  })

  test("of which nothing is shown are left out", () => {
    expect(shownRows(rows, new Set([4])).map(({ row }) => row)).toEqual(["B"])
  })
})
