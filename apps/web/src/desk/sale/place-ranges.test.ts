import { describe, expect, test } from "bun:test"
import { placesInWords, rangesOf, type NamedPlace } from "./place-ranges.ts"

const seat = (place: number, row: string | null, number: number, areaName = "VIP석") =>
  ({
    place,
    areaName,
    areaEnglishName: areaName === "VIP석" ? "VIP" : "Floor",
    row,
    number,
  }) satisfies NamedPlace
const english = (korean: string, name: string | null) => name ?? korean

describe("places in words", () => {
  test("join neighbours, and only neighbours", () => {
    expect(rangesOf([1, 2, 3, 5, 7, 8])).toEqual(["1–3", "5", "7–8"])
    expect(rangesOf([])).toEqual([])
  })

  test("are named by area, row and number, in the order of the hall", () => {
    const places = [
      seat(31, "B", 2),
      seat(6, "A", 7),
      seat(2, "A", 3),
      seat(0, "A", 1),
      seat(1, "A", 2),
      seat(517, null, 118, "스탠딩"),
    ]
    expect(placesInWords(places, english)).toBe("VIP A-1–3, A-7, B-2 · Floor 118")
  })

  test("count rows as people do: 2 comes before 10", () => {
    const places = [seat(0, "10", 1), seat(40, "2", 1)]
    expect(placesInWords(places, english)).toBe("VIP 2-1, 10-1")
  })

  test("of a row whose seats are numbered against the order of places are still one range", () => {
    const places = [seat(0, "A", 3), seat(1, "A", 2), seat(2, "A", 1)]
    expect(placesInWords(places, english)).toBe("VIP A-1–3")
  })
})
