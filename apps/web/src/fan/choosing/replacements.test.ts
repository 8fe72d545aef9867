import { describe, expect, test } from "bun:test"
import { replacementsFor } from "./replacements.ts"
import { hallOf, placesBut } from "./testing.ts"

describe("the seats that replace lost ones", () => {
  const { plan, seats } = hallOf({ stalls: { rows: ["aaaaaa", "aaaaaa"] } })
  const hall = (taken: number[], selected: number[] = []) => ({
    areas: plan.areas,
    seats,
    places: placesBut(12, taken),
    selected: new Set(selected),
  })

  test("is the seat beside it, said to be so", () => {
    expect(replacementsFor([2], hall([2, 1]))).toEqual([{ lost: 2, found: 3, isBeside: true }])
  })

  test("is not said to be beside it from another row", () => {
    const [offer] = replacementsFor([0], hall([0, 1, 2, 3, 4, 5]))
    expect(offer).toEqual({ lost: 0, found: 6, isBeside: false })
  })

  test("is not said to be beside it across an aisle, or right behind it", () => {
    const split = hallOf({ stalls: { rows: ["aa_aa", "aaaa"] } })
    const offer = (taken: number[]) =>
      replacementsFor([1], {
        areas: split.plan.areas,
        seats: split.seats,
        places: placesBut(8, taken),
        selected: new Set(),
      })
    expect(offer([0, 1, 4, 5, 6])).toEqual([{ lost: 1, found: 2, isBeside: false }])
    expect(offer([0, 1, 2, 3, 4])).toEqual([{ lost: 1, found: 5, isBeside: false }])
  })

  test("is another one for each, and none that is chosen already", () => {
    const offers = replacementsFor([1, 2], hall([1, 2], [3]))
    const found = offers.map((offer) => offer.found)
    expect(new Set(found).size).toBe(2)
    expect(found).not.toContain(3)
  })

  test("is for as many as there are", () => {
    const taken = [0, 1, 2, 3, 4, 6, 7, 8, 9, 10, 11]
    expect(replacementsFor([0, 1], hall(taken)).map(({ found }) => found)).toEqual([5])
  })
})
