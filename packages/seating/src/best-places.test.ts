import { describe, expect, test } from "bun:test"
import { Area } from "@podo/contract/ids"
import type { BestPlaces } from "@podo/contract/seating"
import { refusalOf } from "@podo/db/racing"
import { mintUserId } from "@podo/db/testing"
import { openTestStores } from "@podo/stores/testing"
import { keysOfPerformance } from "@podo/redis/performance-keys"
import { claimPlaces } from "./claim-places.ts"
import { findHold } from "./find-hold.ts"
import type { HallSeat } from "./hall-runs.ts"
import { releaseHold } from "./release-hold.ts"
import { openHall } from "./testing/halls.ts"

const stores = await openTestStores()

const PITCH = 100
const ROW_PITCH = 120
/** Rows wide enough for any test: the stage is before the middle of ten seats. */
const STAGE = { width: 90, stage: [] }

/**
 * A hall as it is drawn, the first row nearest to the stage: `.` is open, `w` and `c` too, for wheelchairs and for
 * who comes along; anything else is taken, and a space is an aisle. Each block of rows is an area, 10,000 dearer
 * than the one behind it.
 */
async function open(...blocks: string[][]) {
  const seats: HallSeat[] = []
  const taken: number[] = []
  const areas = blocks.map((rows, block) => {
    const firstPlace = seats.length
    for (const [row, line] of rows.entries()) {
      for (const [at, char] of line.split("").entries()) {
        if (char === " ") continue
        const place = seats.length
        if (!".wc".includes(char)) taken.push(place)
        seats.push({
          place,
          rowName: String(row),
          x: at * PITCH,
          y: 500 + block * 1_000 + row * ROW_PITCH,
          wheelchair: char === "w",
          companion: char === "c",
        })
      }
    }
    const price = 10_000 * (blocks.length - block)
    const area = Area.parse(`block-${block}`)
    return { area, firstPlace, capacity: seats.length - firstPlace, price }
  })
  const plan = { ...STAGE, outlines: new Map(), seats }
  const { performanceId } = await openHall(stores, { plan, areas, taken })
  type Asked = Omit<BestPlaces, "performanceId">
  const claim = (asked: Asked, user = mintUserId()) =>
    claimPlaces(stores, user, { performanceId, ...asked })
  return {
    performanceId,
    claim,
    best: async (asked: Asked) => (await claim(asked)).places,
    map: () => stores.redis.get(keysOfPerformance(performanceId).places),
  }
}

describe("the best places", () => {
  test("are in the middle of the front, then behind and beside it", async () => {
    const hall = await open(["..........", "..........", ".........."])
    expect(await hall.best({ quantity: 4 })).toEqual([3, 4, 5, 6])
    expect(await hall.best({ quantity: 4 })).toEqual([13, 14, 15, 16])
    expect(await hall.best({ quantity: 3 })).toEqual([0, 1, 2])
    expect(await hall.best({ quantity: 2 })).toEqual([24, 25])
  })

  test("are in the front row also where many behind it have shorter stretches", async () => {
    const behind = Array.from({ length: 40 }, () => "....xx")
    const { best } = await open(["......", ...behind, "..xxxx"])
    expect((await best({ quantity: 2 })).every((place) => place < 6)).toBe(true)
  })

  test("are the only one of a hall of one seat, and never more than there are", async () => {
    const hall = await open(["."])
    expect(await refusalOf(hall.best({ quantity: 2 }))).toEqual({
      code: "NOT_ENOUGH_PLACES",
      remaining: 1,
    })
    expect(await hall.best({ quantity: 1 })).toEqual([0])
    expect((await refusalOf(hall.best({ quantity: 1 }))).code).toBe("NOT_ENOUGH_PLACES")
  })

  test("are seats, unless the standing floor before them is asked for", async () => {
    const floor = { area: Area.parse("floor"), firstPlace: 4, capacity: 100, price: 5_000 }
    const stalls = { area: Area.parse("stalls"), firstPlace: 0, capacity: 4, price: 9_000 }
    const seats = [0, 1, 2, 3].map((place) => ({
      place,
      rowName: "A",
      x: place * PITCH,
      y: 9_000,
      wheelchair: false,
      companion: false,
    }))
    const plan = { ...STAGE, outlines: new Map(), seats }
    const { performanceId } = await openHall(stores, { plan, areas: [stalls, floor] })
    const best = async (asked: { area?: Area; price?: number }) =>
      (await claimPlaces(stores, mintUserId(), { performanceId, quantity: 2, ...asked })).places
    expect(await best({ price: 5_000 })).toEqual([4, 5])
    expect(await best({ area: floor.area })).toEqual([6, 7])
    expect(await best({})).toEqual([2, 3])
    expect(await best({})).toEqual([0, 1])
    expect(await best({})).toEqual([8, 9])
  })

  test("leave nobody alone in better ones, at an aisle neither", async () => {
    const hall = await open(["..... ....", "xxxxxxxxxx"])
    expect(await hall.best({ quantity: 4 })).toEqual([5, 6, 7, 8])
    expect(await hall.best({ quantity: 3 })).toEqual([2, 3, 4])
  })

  test("are the stretch that fits, where the longest of the run would leave one alone", async () => {
    const hall = await open(["x...x....x"])
    expect(await hall.best({ quantity: 3 })).toEqual([1, 2, 3])
    expect(await hall.best({ quantity: 3 })).toEqual([5, 6, 7])
  })

  test("are in two parts of two rather than three and one, and near each other", async () => {
    const hall = await open(["...x......", "xxxxxxxxxx", "...x...xxx", "xxxxxxxxxx"])
    expect(await hall.best({ quantity: 6 })).toEqual([4, 5, 6, 7, 8, 9])
    const parts = await hall.best({ quantity: 4 })
    expect(parts).toHaveLength(4)
    expect(parts.filter((place) => place >= 20 && place <= 22)).toHaveLength(2)
    expect(parts.filter((place) => place >= 24 && place <= 26)).toHaveLength(2)
  })

  test("are of the price, the ceiling and the area that are asked for, all at once", async () => {
    const hall = await open([".........."], ["...."], ["...."])
    expect(await hall.best({ quantity: 2, price: 20_000 })).toEqual([12, 13])
    expect(await hall.best({ quantity: 2, priceMax: 19_999 })).toEqual([16, 17])
    expect(await hall.best({ quantity: 2, priceMax: 20_000 })).toEqual([10, 11])
    expect(await hall.best({ quantity: 2, priceMax: 90_000 })).toEqual([4, 5])
    const area = Area.parse("block-2")
    expect(await hall.best({ quantity: 2, area, price: 10_000 })).toEqual([14, 15])
    const none = { code: "NOT_ENOUGH_PLACES", remaining: 0 } as const
    expect(await refusalOf(hall.best({ quantity: 1, area, price: 30_000 }))).toEqual(none)
    expect(await refusalOf(hall.best({ quantity: 1, price: 31_000 }))).toEqual(none)
    expect(await refusalOf(hall.best({ quantity: 1, priceMax: 9_000 }))).toEqual(none)
  })

  test("are for wheelchairs when that is asked for, with companions beside them, and never otherwise", async () => {
    const hall = await open(["xxxxx", "..cw.", "xxxxxxwc.."])
    expect(await hall.best({ quantity: 3 })).not.toEqual(expect.arrayContaining([7]))
    expect(await hall.best({ quantity: 2, wheelchairs: 1 })).toEqual([7, 8])
    expect(await refusalOf(hall.best({ quantity: 2, wheelchairs: 2 }))).toEqual({
      code: "NOT_ENOUGH_PLACES",
      remaining: 1,
    })
    const other = await open(["xxxxx", "xxxxxxwc.."])
    expect(await other.best({ quantity: 3, wheelchairs: 1 })).toEqual([11, 12, 13])
    expect(await refusalOf(other.best({ quantity: 2 }))).toEqual({
      code: "NOT_ENOUGH_PLACES",
      remaining: 1,
    })
  })
})

describe("asking again", () => {
  test("may choose among what they hold, and keeps it when there is nothing better to be had", async () => {
    const hall = await open(["xx......xx"])
    const user = mintUserId()
    const first = await hall.claim({ quantity: 2 }, user)
    const { places } = await hall.claim({ quantity: 6 }, user)
    expect(places).toEqual([2, 3, 4, 5, 6, 7])
    const held = await findHold(stores, user, hall)
    const refused = refusalOf(hall.claim({ quantity: 7 }, user))
    expect(await refused).toEqual({ code: "NOT_ENOUGH_PLACES", remaining: 6 })
    expect((await findHold(stores, user, hall))?.holdId).toBe(held?.holdId ?? first.holdId)
    expect(await hall.map()).toBe("xxhhhhhhxx")
    await releaseHold(stores, user, { ...hall, holdId: held?.holdId ?? first.holdId })
    expect(await hall.map()).toBe("xx......xx")
  })

  test("and is refused changes nothing that anybody has to be told of", async () => {
    const hall = await open(["xx......xx"])
    const user = mintUserId()
    await hall.claim({ quantity: 2 }, user)
    const { feed } = keysOfPerformance(hall.performanceId)
    const before = await stores.redis.xlen(feed)
    expect((await refusalOf(hall.claim({ quantity: 8 }, user))).code).toBe("NOT_ENOUGH_PLACES")
    expect(await stores.redis.xlen(feed)).toBe(before)
  })
})
