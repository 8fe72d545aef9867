import { describe, expect, test } from "bun:test"
import { PLACES_PER_WITHHOLDING_MAX } from "@podo/contract/limits"
import { inCalls, isFull, lastIn, NOTHING, pickOpen, sift, toggle } from "./house-choice.ts"

describe("a choice of house seats", () => {
  test("withholds open places, releases withheld ones, and leaves other people's alone", () => {
    const places = ".xhb"
    const all = [0, 1, 2, 3].reduce((choice, place) => toggle(choice, place, places), NOTHING)
    expect(all).toEqual({ withhold: [0], release: [1] })
    expect(toggle(all, 0, places)).toEqual({ withhold: [], release: [1] })
  })

  test("never does the opposite of what was meant, whatever others do meanwhile", () => {
    const choice = { withhold: [0, 1, 2], release: [3, 4] }
    expect(sift(choice, ".xb.x")).toEqual({ withhold: [0], release: [4], gone: [2] })
  })

  test("takes a whole row in, names what cannot be had, and stops where one call stops", () => {
    const row = pickOpen({ withhold: [0], release: [] }, [0, 1, 2, 3], "..b.")
    expect(row.choice.withhold).toEqual([0, 1, 3])
    expect([row.picked, row.leftOut, row.tooMany]).toEqual([[1, 3], [2], false])

    const hall = Array.from({ length: PLACES_PER_WITHHOLDING_MAX + 1 }, (_, place) => place)
    const most = pickOpen(NOTHING, hall, ".".repeat(hall.length))
    expect(most.choice.withhold).toHaveLength(PLACES_PER_WITHHOLDING_MAX)
    expect([most.tooMany, isFull(most.choice)]).toEqual([true, true])
    expect(toggle(most.choice, PLACES_PER_WITHHOLDING_MAX, ".".repeat(hall.length))).toEqual(
      most.choice,
    )
  })

  test("of a standing area are its last open places", () => {
    expect(lastIn({ firstPlace: 2, capacity: 5 }, ".....b....", ".", 2)).toEqual([4, 6])
    expect(lastIn({ firstPlace: 2, capacity: 2 }, "...b......", ".", 9)).toEqual([2])
  })

  test("is sent in calls that each are small enough, and loses none", () => {
    const places = Array.from({ length: 1_001 }, (_, place) => place)
    expect(inCalls(places).map(({ length }) => length)).toEqual([500, 500, 1])
    expect(inCalls(places).flat()).toEqual(places)
  })
})
