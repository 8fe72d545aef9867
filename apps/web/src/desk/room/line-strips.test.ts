import { describe, expect, test } from "bun:test"
import type { DeskRoom } from "@podo/contract/desk-room"
import { stripsOf, sumsOf } from "./line-strips.ts"

const minute = (at: number, counts: Partial<DeskRoom["minutes"][number]>) => ({
  minute: new Date(Date.UTC(2031, 0, 19, 11, at)).toISOString(),
  entered: 0,
  admitted: 0,
  noShows: 0,
  waiting: null,
  inside: null,
  ...counts,
})

const minutes = [
  minute(0, {}),
  minute(1, { entered: 10_000, admitted: 55, noShows: 2, waiting: 9_943 }),
  minute(2, { entered: 3, admitted: 20, noShows: 1 }),
]
const room = { waiting: 9_925 } as DeskRoom["room"]

describe("the chart of a line", () => {
  test("has a scale for each of its strips, and nothing rises above it", () => {
    const strips = stripsOf({ minutes, room })
    expect(strips.map(({ name, top }) => [name, top])).toEqual([
      ["waiting", 10_000],
      ["entered", 10_000],
      ["admitted", 60],
    ])
    expect(strips.every(({ top, largest }) => top >= largest)).toBe(true)
  })

  test("ends with the line as it is, and leaves out what nobody counted", () => {
    const waiting = (now: DeskRoom["room"]) => stripsOf({ minutes, room: now })[0]?.counts
    expect(waiting(room)).toEqual([null, 9_943, 9_925])
    expect(waiting(null)).toEqual([null, 9_943, null])
    expect(stripsOf({ minutes: [], room: null }).map(({ top }) => top)).toEqual([4, 4, 4])
  })

  test("is summed up for whoever does not see it", () => {
    expect(sumsOf({ minutes })).toEqual({ entered: 10_003, admitted: 75, noShows: 3 })
  })
})
