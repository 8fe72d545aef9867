import { describe, expect, test } from "bun:test"
import { hallOf, placesBut } from "../testing.ts"
import { sectionsOf, soldOutLast } from "./sections.ts"

const { plan, seats } = hallOf({
  left: { rows: ["WCaa"], price: 90 },
  middle: { rows: ["aaa"], price: 150 },
  right: { rows: ["aaaW"], price: 90 },
})
const wheelchairs = seats.filter(({ accessible }) => accessible)
const ALL = { price: undefined, wheelchairs: false }

const seen = (
  places: string,
  looking = ALL as { price: number | undefined; wheelchairs: boolean },
) => sectionsOf(plan, places, looking, wheelchairs).map(({ area, open }) => [area.name, open])

describe("the list of sections", () => {
  test("says of each what is left", () => {
    expect(seen(placesBut(11, [4, 5]))).toEqual([
      ["left", 4],
      ["middle", 1],
      ["right", 4],
    ])
  })

  test("shows one price", () => {
    expect(
      seen(placesBut(11, []), { price: 90, wheelchairs: false }).map(([name]) => name),
    ).toEqual(["left", "right"])
  })

  test("shows where wheelchairs have a place, and counts only those", () => {
    expect(seen(placesBut(11, [0]), { price: undefined, wheelchairs: true })).toEqual([
      ["left", 0],
      ["right", 1],
    ])
  })

  test("begins with what can be had, otherwise in the order of the hall", () => {
    const sections = sectionsOf(plan, placesBut(11, [0, 1, 2, 3]), ALL, wheelchairs)
    expect(soldOutLast(sections).map(({ area }) => area.name)).toEqual(["middle", "right", "left"])
  })
})
