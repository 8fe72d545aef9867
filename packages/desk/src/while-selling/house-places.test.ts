import { describe, expect, test } from "bun:test"
import { listWithheld } from "@podo/catalog/performances.queries"
import { Area, BookingId, type PerformanceId } from "@podo/contract/ids"
import { refusalOf } from "@podo/db/racing"
import { mintUserId } from "@podo/db/testing"
import { openEmptiedStores } from "@podo/stores/testing"
import { redisIsAway } from "@podo/redis/connect"
import { keysOfPerformance } from "@podo/redis/performance-keys"
import { claimPlaces } from "@podo/seating/claim-places"
import { reconcilePerformance } from "@podo/seating/reconcile-performance"
import { readAvailability } from "@podo/seating/read-availability"
import { readOpen } from "@podo/seating/read-open"
import { releasePlaces } from "../sale/release-places.ts"
import { forgetPlaces, lapseHold, letReturn } from "@podo/seating/testing"
import { withholdPlaces } from "../sale/withhold-places.ts"
import { confirmBooking } from "@podo/booking/confirm-booking"
import { relayOutbox } from "@podo/booking/relay-outbox"
import { repairPerformance } from "@podo/booking/repair-performance"
import { book, withoutRedis } from "@podo/booking/testing"
import { mintSale, mintStranger } from "../testing/sales.ts"
import { makeDue } from "@podo/booking/testing.queries"
import { listAudit, unpublish } from "../testing/sales.queries.ts"
import { verifyPerformance } from "@podo/booking/verify-performance"

const stores = await openEmptiedStores()

const placesIn = async (performanceId: PerformanceId) =>
  (await readAvailability(stores, { performanceId })).places

const driftOf = async (performanceId: PerformanceId) =>
  (await verifyPerformance(stores, performanceId)).drift

const withheldOf = (performanceId: PerformanceId) => listWithheld(stores.db, performanceId)

describe("places of the house", () => {
  test("are kept from the sale, counted out, and given back to it", async () => {
    const { performanceId, eventId, area, organizer, withhold, release } = await mintSale(stores)
    expect(await withhold([7, 2])).toEqual({ places: [2, 7] })
    expect(await placesIn(performanceId)).toBe("..x....x..")
    expect((await readOpen(stores, performanceId)).get(area)).toBe(8)
    const claim = claimPlaces(stores, mintUserId(), { performanceId, places: [7] })
    expect(await refusalOf(claim)).toEqual({ code: "PLACES_TAKEN", places: [7] })
    // Twice is as good as once: what is so already is left out.
    expect(await withhold([7, 2, 3])).toEqual({ places: [3] })
    expect(await withhold([7])).toEqual({ places: [] })
    expect(await release([7, 9, 3])).toEqual({ places: [3, 7] })
    expect(await release([7])).toEqual({ places: [] })
    expect(await placesIn(performanceId)).toBe("..x.......")
    expect(await withheldOf(performanceId)).toEqual([2])
    await book(stores, mintUserId(), { performanceId, places: [7] })
    expect(await driftOf(performanceId)).toEqual([])
    const history = await listAudit(stores, eventId)
    expect(history.map(({ action }) => action)).toEqual([
      "places-withheld",
      "places-withheld",
      "places-released",
    ])
    expect(history[0]).toMatchObject({ userId: organizer.userId, performanceId })
  })

  test("are all that were asked for, or none", async () => {
    const { performanceId, area, withhold, withholdLast } = await mintSale(stores, { areas: 2 })
    const holder = mintUserId()
    await book(stores, mintUserId(), { performanceId, places: [1] })
    const { holdId } = await claimPlaces(stores, holder, { performanceId, places: [2, 3] })
    const taken = await refusalOf(withhold([0, 1, 2]))
    expect(taken).toEqual({ code: "PLACES_TAKEN", places: [1, 2] })
    const none = { code: "NOT_ENOUGH_PLACES", remaining: 2 } as const
    expect(await refusalOf(withholdLast(3))).toEqual(none)
    expect(await refusalOf(withhold([9, 10]))).toEqual({ code: "INVALID_PLACE", places: [10] })
    const nowhere = withholdLast(1, Area.parse("nowhere"))
    expect(await refusalOf(nowhere)).toEqual({ code: "NOT_FOUND", what: "area" })
    expect(await placesIn(performanceId)).toBe(".bhh......")
    // A hold that has lapsed is in nobody's way: only people have to wait for its places.
    await lapseHold(stores, performanceId, holdId)
    expect(await withholdLast(3, area)).toEqual({ places: [0, 3, 4] })
    expect(await placesIn(performanceId)).toBe("xbhxx.....")
    expect(await withhold([2])).toEqual({ places: [2] })
    await letReturn(stores, performanceId)
    expect(await placesIn(performanceId)).toBe("xbxxx.....")
    expect(await driftOf(performanceId)).toEqual([])
  })

  test("are the last open ones of an area, in a large one too", async () => {
    const wishes = { capacity: 3_000, standing: true, areas: 2 }
    const { performanceId, withhold, withholdLast } = await mintSale(stores, wishes)
    const last = Array.from({ length: 500 }, (_, index) => 1_000 + index)
    expect(await withholdLast(500)).toEqual({ places: last })
    expect(await withholdLast(2)).toEqual({ places: [998, 999] })
    await withhold([2_999])
    const other = await withholdLast(1, Area.parse("floor-2"))
    expect(other).toEqual({ places: [2_998] })
    expect(await driftOf(performanceId)).toEqual([])
  })

  test("are drawn when Redis has forgotten them, and while it is away", async () => {
    const { performanceId, withhold } = await mintSale(stores)
    await withhold([4])
    await book(stores, mintUserId(), { performanceId, places: [5] })
    await forgetPlaces(stores, performanceId)
    expect(await placesIn(performanceId)).toBe("....xb....")
    const away = await withoutRedis(stores)
    expect((await readAvailability(away, { performanceId })).places).toBe("....xb....")
    expect(await driftOf(performanceId)).toEqual([])
  })

  test("of a draft are known to MySQL alone, and are there when its sale begins", async () => {
    const { performanceId, eventId, withhold, withholdLast, release } = await mintSale(stores)
    await unpublish(stores, eventId)
    expect(await withhold([0, 9])).toEqual({ places: [0, 9] })
    expect(await withholdLast(2)).toEqual({ places: [7, 8] })
    const tooMany = { code: "NOT_ENOUGH_PLACES", remaining: 6 } as const
    expect(await refusalOf(withholdLast(7))).toEqual(tooMany)
    expect(await release([8])).toEqual({ places: [8] })
    await reconcilePerformance(stores, performanceId)
    expect(await stores.redis.exists(keysOfPerformance(performanceId).sale)).toBe(0)
    const claim = claimPlaces(stores, mintUserId(), { performanceId, places: [1] })
    expect(await refusalOf(claim)).toEqual({ code: "NOT_FOUND", what: "performance" })
    const event = stores.db.updateTable("event").where("id", "=", eventId)
    await event.set({ publishedAt: new Date() }).execute()
    expect(await placesIn(performanceId)).toBe("x......x.x")
  })

  test("are nobody's business but the organizer's", async () => {
    const { performanceId, withhold } = await mintSale(stores)
    await withhold([4])
    const [places, stranger] = [[4, 5], mintStranger()]
    for (const action of [withholdPlaces, releasePlaces]) {
      const refused = await refusalOf(action(stores, stranger, { performanceId, places }))
      expect(refused).toEqual({ code: "NOT_ALLOWED" })
    }
    expect(await placesIn(performanceId)).toBe("....x.....")
  })
})

describe("places of the house, when something dies", () => {
  test("before MySQL knew of them are open again by the verifier", async () => {
    const { performanceId } = await mintSale(stores)
    await placesIn(performanceId)
    const keys = keysOfPerformance(performanceId)
    await stores.redis.setrange(keys.places, 3, "x")
    await stores.redis.hset(keys.owner, 3, "house")
    await stores.redis.hincrby(keys.sale, "open:floor", -1)
    const verification = await verifyPerformance(stores, performanceId)
    const [drift, ...ofRuns] = verification.drift
    expect(drift).toMatchObject({ what: "place", place: 3, state: "x", meant: null })
    expect(new Set(ofRuns.map(({ what }) => what))).toEqual(new Set(["run"]))
    await repairPerformance(stores, verification)
    expect(await placesIn(performanceId)).toBe("..........")
    expect(await driftOf(performanceId)).toEqual([])
  })

  test("before Redis knew of them are withheld by the outbox, also from who holds them", async () => {
    const { performanceId } = await mintSale(stores)
    const user = mintUserId()
    const hold = await claimPlaces(stores, user, { performanceId, places: [3, 4] })
    const row = { performanceId, place: 3, bookingId: null }
    await stores.db.insertInto("soldPlace").values(row).execute()
    await reconcilePerformance(stores, performanceId)
    expect(await placesIn(performanceId)).toBe("...xh.....")
    const bookingId = BookingId.parse(Bun.randomUUIDv7())
    const confirm = confirmBooking(stores, user, { ...hold, bookingId })
    expect(await refusalOf(confirm)).toEqual({ code: "PLACES_TAKEN", places: [3] })
    expect(await placesIn(performanceId)).toBe("...x......")
    expect(await driftOf(performanceId)).toEqual([])
  })

  test("and seem booked or open are the house's again by the verifier", async () => {
    const { performanceId, withhold } = await mintSale(stores)
    await withhold([3, 4, 5])
    const keys = keysOfPerformance(performanceId)
    await stores.redis.setrange(keys.places, 3, "b")
    await stores.redis.setrange(keys.places, 4, ".")
    await stores.redis.hdel(keys.owner, "5")
    const verification = await verifyPerformance(stores, performanceId)
    await repairPerformance(stores, verification)
    expect(await placesIn(performanceId)).toBe("...xxx....")
    expect(await driftOf(performanceId)).toEqual([])
  })

  test("are refused while Redis is away, and given back all the same", async () => {
    const { performanceId, organizer, withhold } = await mintSale(stores)
    await withhold([3])
    const defects: unknown[] = []
    const away = await withoutRedis(stores, defects)
    const refused = withholdPlaces(away, organizer, { performanceId, places: [4] })
    expect(redisIsAway(await refused.catch((error: unknown) => error))).toBe(true)
    expect(await withheldOf(performanceId)).toEqual([3])
    const released = await releasePlaces(away, organizer, { performanceId, places: [3] })
    expect(released).toEqual({ places: [3] })
    expect(defects.length).toBeGreaterThan(0)
    expect(await placesIn(performanceId)).toBe("...x......")
    await makeDue(stores, [performanceId])
    await relayOutbox(stores)
    expect(await placesIn(performanceId)).toBe("..........")
    expect(await driftOf(performanceId)).toEqual([])
  })
})
