import { describe, expect, test } from "bun:test"
import { personalPlaces, placesWithin } from "./personal-places.ts"

describe("places that concern the reader", () => {
  const marked = { places: "", selected: new Set([30, 4]), mine: new Set([12]), gone: new Set([4]) }
  const places = personalPlaces(marked, [100])

  test("are each named once, in ascending order", () => {
    expect(places).toEqual([4, 12, 30, 100])
  })

  test("are found within a row, both ends included", () => {
    expect(placesWithin(places, 4, 30)).toEqual([4, 12, 30])
    expect(placesWithin(places, 5, 29)).toEqual([12])
    expect(placesWithin(places, 31, 99)).toEqual([])
  })
})
