import { describe, expect, test } from "bun:test"
import { seatOfPlace } from "../../map/plan-query.ts"
import { splitOf } from "./split.ts"
import { hallOf } from "./testing.ts"

const { plan, seats } = hallOf({
  stalls: { rows: ["aaaa_aaaa", "aaaa_aaaa", "aaaa_aaaa"] },
  balcony: { rows: ["aaaa"] },
})

const split = (...places: number[]) =>
  splitOf(
    plan,
    seats,
    places.flatMap((place) => seatOfPlace(seats, place) ?? []),
  )

describe("people who come together", () => {
  test("sit together while nobody is between them, in whatever order they are named", () => {
    expect(split(2, 0, 1)).toEqual({ parts: [3], way: "row" })
  })

  test("are apart across an aisle, in the same row", () => {
    expect(split(2, 3, 4)).toEqual({ parts: [2, 1], way: "row" })
  })

  test("are one row behind the other, the larger group first", () => {
    expect(split(0, 8, 9)).toEqual({ parts: [2, 1], way: "rows" })
    expect(split(0, 8, 16).way).toBe("rows")
  })

  test("are somewhere in the same section where rows are between them", () => {
    expect(split(0, 1, 16, 17)).toEqual({ parts: [2, 2], way: "area" })
  })

  test("are in different sections, also where both call their row A", () => {
    expect(split(0, 24)).toEqual({ parts: [1, 1], way: "areas" })
  })
})
