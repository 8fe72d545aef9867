import { describe, expect, test } from "bun:test"
import { choiceAtFirst, NOTHING, parseChoice, setQuantity, sift, togglePlace } from "./choice.ts"

const seats = (...places: number[]) => ({ places, standing: null })

describe("a choice", () => {
  test("takes a place in, and out again", () => {
    expect(togglePlace(seats(3), 7, 4)).toEqual(seats(3, 7))
    expect(togglePlace(seats(3, 7), 3, 4)).toEqual(seats(7))
  })

  test("takes no place beyond the limit, but still gives one back", () => {
    expect(togglePlace(seats(1, 2), 3, 2)).toEqual(seats(1, 2))
    expect(togglePlace(seats(1, 2), 2, 2)).toEqual(seats(1))
  })

  test("names places or an area, never both", () => {
    const standing = setQuantity("floor", 2, 4)
    expect(standing).toEqual({ places: [], standing: { area: "floor", quantity: 2 } })
    expect(togglePlace(standing, 5, 4)).toEqual(seats(5))
  })

  test("begins with one ticket where there is but one thing to have", () => {
    const [field, seated] = [
      { area: "field", kind: "standing" as const },
      { area: "vip", kind: "seated" as const },
    ]
    const one = { places: [], standing: { area: "field", quantity: 1 } }
    expect(choiceAtFirst({ areas: [field] }, 4)).toEqual(one)
    expect(choiceAtFirst({ areas: [field] }, 0)).toEqual(NOTHING)
    expect(choiceAtFirst({ areas: [field, field] }, 4)).toEqual(NOTHING)
    expect(choiceAtFirst({ areas: [seated] }, 4)).toEqual(NOTHING)
  })

  test("keeps a quantity between nothing and the limit", () => {
    expect(setQuantity("floor", 9, 4).standing).toEqual({ area: "floor", quantity: 4 })
    expect(setQuantity("floor", 0, 4)).toEqual(NOTHING)
  })

  test("loses only what others took", () => {
    expect(sift(seats(0, 1, 2), ".h.")).toEqual({ open: seats(0, 2), gone: [1] })
  })

  test("does not blame others for what this person has booked", () => {
    expect(sift(seats(0, 1), ".b", [1])).toEqual({ open: seats(0), gone: [] })
  })

  test("takes a place beyond the map for gone, not for open", () => {
    expect(sift(seats(0, 9), "..").gone).toEqual([9])
  })

  test("survives being kept, and nothing else that was kept does harm", () => {
    expect(parseChoice(JSON.stringify(seats(4, 5)))).toEqual(seats(4, 5))
    for (const text of [null, "", "{", "[]", "null", '{"places":"abc"}', '{"standing":{}}']) {
      expect(parseChoice(text)).toEqual(NOTHING)
    }
  })
})
