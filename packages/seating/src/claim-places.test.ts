import { describe, expect, test } from "bun:test"
import { Area, HoldId, PerformanceId } from "@podo/contract/ids"
import { barrier, race, refusalOf, until } from "@podo/db/racing"
import { mintPerformance, mintUserId } from "@podo/db/testing"
import { openTestStores } from "@podo/stores/testing"
import { keysOfPerformance } from "@podo/redis/performance-keys"
import { claimPlaces } from "./claim-places.ts"
import { findHold } from "./find-hold.ts"
import { readAvailability } from "./read-availability.ts"
import { readPlan } from "./read-plan.ts"
import { releaseHold } from "./release-hold.ts"

const stores = await openTestStores()
const placesOf = async (performanceId: PerformanceId) =>
  (await readAvailability(stores, { performanceId })).places

describe("a place has at most one holder", () => {
  test("however many users claim it at once", async () => {
    const { performanceId } = await mintPerformance(stores)
    const { won, refused } = await race(500, () =>
      claimPlaces(stores, mintUserId(), { performanceId, places: [3] }),
    )
    expect(won).toHaveLength(1)
    expect(refused).toEqual({ PLACES_TAKEN: 499 })
    expect(await placesOf(performanceId)).toBe("...h......")
  })

  // Without this control the test above would also pass if nothing ever raced.
  test("and the race is real: check-then-set lets several through", async () => {
    const { performanceId } = await mintPerformance(stores)
    await placesOf(performanceId)
    const { places } = keysOfPerformance(performanceId)
    const allHaveRead = barrier(50)
    const outcomes = await Promise.all(
      Array.from({ length: 50 }, async () => {
        const state = await stores.redis.getrange(places, 3, 3)
        await allHaveRead()
        if (state !== ".") return false
        await stores.redis.setrange(places, 3, "h")
        return true
      }),
    )
    expect(outcomes.filter(Boolean).length).toBeGreaterThan(1)
  })

  test("when overlapping claims of several places meet: all or nothing for each", async () => {
    const { performanceId } = await mintPerformance(stores)
    const { won } = await race(60, (runner) => {
      const first = runner % 7
      const places = [first + 3, first, first + 1]
      return claimPlaces(stores, mintUserId(), { performanceId, places })
    })
    const held = won.flatMap((hold) => hold.places)
    expect(new Set(held).size).toBe(held.length)
    expect((await placesOf(performanceId)).split("h").length - 1).toBe(held.length)
  })

  test("when any n of an area are asked for: never more than there are, never part of n", async () => {
    const { performanceId, area } = await mintPerformance(stores, { capacity: 100, standing: true })
    const { won, refused } = await race(60, () =>
      claimPlaces(stores, mintUserId(), { performanceId, area, quantity: 3 }),
    )
    expect(won).toHaveLength(33)
    expect(refused).toEqual({ NOT_ENOUGH_PLACES: 27 })
    const last = claimPlaces(stores, mintUserId(), { performanceId, area, quantity: 2 })
    expect(await refusalOf(last)).toEqual({ code: "NOT_ENOUGH_PLACES", remaining: 1 })
  })
})

describe("a user has one hold a performance", () => {
  test("and a new claim replaces it", async () => {
    const { performanceId } = await mintPerformance(stores)
    const user = mintUserId()
    await claimPlaces(stores, user, { performanceId, places: [0, 1] })
    const second = await claimPlaces(stores, user, { performanceId, places: [1, 2] })
    expect(await placesOf(performanceId)).toBe(".hh.......")
    expect((await findHold(stores, user, { performanceId }))?.holdId).toBe(second.holdId)
  })

  test("which stays when the new claim is refused", async () => {
    const { performanceId } = await mintPerformance(stores)
    const user = mintUserId()
    const first = await claimPlaces(stores, user, { performanceId, places: [0, 1] })
    await claimPlaces(stores, mintUserId(), { performanceId, places: [5] })
    const refused = claimPlaces(stores, user, { performanceId, places: [4, 5] })
    expect(await refusalOf(refused)).toEqual({ code: "PLACES_TAKEN", places: [5] })
    expect(await placesOf(performanceId)).toBe("hh...h....")
    expect((await findHold(stores, user, { performanceId }))?.holdId).toBe(first.holdId)
  })

  test("also when they claim fifty times at once", async () => {
    const { performanceId } = await mintPerformance(stores, { capacity: 60 })
    const user = mintUserId()
    await race(50, (runner) => claimPlaces(stores, user, { performanceId, places: [runner] }))
    expect((await placesOf(performanceId)).split("h").length - 1).toBe(1)
  })

  test("of at most the limit", async () => {
    const { performanceId, area } = await mintPerformance(stores, { limitPerUser: 2 })
    const claims = [
      { performanceId, places: [0, 1, 2] },
      { performanceId, area, quantity: 3 },
    ]
    for (const claim of claims) {
      expect(await refusalOf(claimPlaces(stores, mintUserId(), claim))).toEqual({
        code: "LIMIT_REACHED",
        limit: 2,
        booked: 0,
      })
    }
  })

  test("and can give it back, but not somebody else's", async () => {
    const { performanceId } = await mintPerformance(stores)
    const user = mintUserId()
    const { holdId } = await claimPlaces(stores, user, { performanceId, places: [0] })
    const foreign = releaseHold(stores, mintUserId(), { performanceId, holdId })
    expect(await refusalOf(foreign)).toEqual({ code: "NOT_FOUND", what: "hold" })
    expect(await placesOf(performanceId)).toBe("h.........")
    await releaseHold(stores, user, { performanceId, holdId })
    await releaseHold(stores, user, { performanceId, holdId })
    expect(await placesOf(performanceId)).toBe("..........")
  })
})

describe("a sale has its hours", () => {
  test("a claim before the opening is refused", async () => {
    const { performanceId } = await mintPerformance(stores, { saleOpensInMs: 60_000 })
    const refusal = await refusalOf(
      claimPlaces(stores, mintUserId(), { performanceId, places: [0] }),
    )
    expect(refusal.code).toBe("SALE_NOT_OPEN")
    expect(await placesOf(performanceId)).toBe("..........")
  })

  test("the moment it opens is the same for everybody: Redis' clock", async () => {
    const { performanceId } = await mintPerformance(stores, { saleOpensInMs: 300 })
    const early = await refusalOf(claimPlaces(stores, mintUserId(), { performanceId, places: [0] }))
    if (early.code !== "SALE_NOT_OPEN") throw new Error(early.code)
    let heldAt = 0
    await until(async () => {
      const { won } = await race(1, () =>
        claimPlaces(stores, mintUserId(), { performanceId, places: [0] }),
      )
      const hold = won[0]
      if (hold) heldAt = new Date(hold.expiresAt).getTime() - hold.remainingMs
      return hold !== undefined
    })
    expect(heldAt).toBeGreaterThanOrEqual(new Date(early.opensAt).getTime())
  })

  test("nor after it has closed", async () => {
    const { performanceId } = await mintPerformance(stores, { saleClosesInMs: -1_000 })
    const claim = claimPlaces(stores, mintUserId(), { performanceId, places: [0] })
    expect(await refusalOf(claim)).toEqual({ code: "SALE_CLOSED" })
  })
})

describe("a draft", () => {
  test("is not found by anybody who could book it", async () => {
    const { performanceId, eventId } = await mintPerformance(stores)
    const event = stores.db.updateTable("event").where("id", "=", eventId)
    await event.set({ publishedAt: null }).execute()
    const notFound = { code: "NOT_FOUND", what: "performance" } as const
    const claim = claimPlaces(stores, mintUserId(), { performanceId, places: [0] })
    expect(await refusalOf(claim)).toEqual(notFound)
    expect(await refusalOf(readAvailability(stores, { performanceId }))).toEqual(notFound)
    expect(await refusalOf(findHold(stores, mintUserId(), { performanceId }))).toEqual(notFound)
    expect(await refusalOf(readPlan(stores, { performanceId, seats: true }))).toEqual(notFound)
  })
})

describe("a performance that does not exist", () => {
  test("is refused by name, and changes nothing", async () => {
    const { performanceId, area } = await mintPerformance(stores)
    const user = mintUserId()
    const beyond = claimPlaces(stores, user, { performanceId, places: [0, 10, 199_999] })
    expect(await refusalOf(beyond)).toEqual({ code: "INVALID_PLACE", places: [10, 199_999] })
    const nowhere = { performanceId, area: Area.parse("nowhere"), quantity: 1 }
    expect(await refusalOf(claimPlaces(stores, user, nowhere))).toEqual({
      code: "NOT_FOUND",
      what: "area",
    })
    const unknown = PerformanceId.parse(Bun.randomUUIDv7())
    const claim = claimPlaces(stores, user, { performanceId: unknown, area, quantity: 1 })
    expect(await refusalOf(claim)).toEqual({ code: "NOT_FOUND", what: "performance" })
    const holdId = HoldId.parse(Bun.randomUUIDv7())
    await releaseHold(stores, user, { performanceId, holdId })
    const release = releaseHold(stores, user, { performanceId: unknown, holdId })
    expect(await refusalOf(release)).toEqual({ code: "NOT_FOUND", what: "performance" })
    expect(await placesOf(performanceId)).toBe("..........")
    expect(await stores.redis.exists(...Object.values(keysOfPerformance(unknown)))).toBe(0)
  })
})
