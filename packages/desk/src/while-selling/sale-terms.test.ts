import { describe, expect, test } from "bun:test"
import { readDeskEvent } from "../events/read-desk-event.ts"
import type { EditPerformance } from "@podo/contract/desk-performance"
import type { Area, PerformanceId } from "@podo/contract/ids"
import { race, refusalOf, until } from "@podo/db/racing"
import { mintPerformance, mintUserId } from "@podo/db/testing"
import { openEmptiedStores } from "@podo/stores/testing"
import { keysOfPerformance } from "@podo/redis/performance-keys"
import { claimPlaces } from "@podo/seating/claim-places"
import { closeSale } from "../sale/close-sale.ts"
import { editPerformance } from "../performances/edit-performance.ts"
import { reconcilePerformance } from "@podo/seating/reconcile-performance"
import { readAvailability } from "@podo/seating/read-availability"
import { forgetPlaces, forgiveLetGo } from "@podo/seating/testing"
import { sql } from "kysely"
import { confirmBooking } from "@podo/booking/confirm-booking"
import { relayOutbox } from "@podo/booking/relay-outbox"
import { repairPerformance } from "@podo/booking/repair-performance"
import { book, mintBookingId, withoutRedis } from "@podo/booking/testing"
import { mintSale as mintSaleIn, mintStranger } from "../testing/sales.ts"
import { makeDue } from "@podo/booking/testing.queries"
import { listAudit, unpublish } from "../testing/sales.queries.ts"
import { verifyPerformance } from "@podo/booking/verify-performance"

const stores = await openEmptiedStores()
const HOUR_MS = 3_600_000

async function mintSale(wishes: Parameters<typeof mintPerformance>[1] = {}) {
  const sale = await mintSaleIn(stores, wishes)
  const { eventId, organizer, performanceId } = sale
  const edit = async (changes: Partial<EditPerformance>, on = stores) => {
    const event = await readDeskEvent(stores, organizer, { eventId })
    const [performance] = event.performances
    if (!performance) throw new Error("There is no performance.")
    const areas = performance.areas.map(({ area, price }) => ({ area, price }))
    return editPerformance(on, organizer, { ...performance, areas, ...changes })
  }
  const claim = (places: number[], user = mintUserId()) =>
    claimPlaces(stores, user, { performanceId, places })
  return { ...sale, edit, claim, close: () => closeSale(stores, organizer, { performanceId }) }
}

const versionIn = async (performanceId: PerformanceId) =>
  Number(await stores.redis.hget(keysOfPerformance(performanceId).sale, "version"))

const driftOf = async (performanceId: PerformanceId) =>
  (await verifyPerformance(stores, performanceId)).drift

const placesIn = async (performanceId: PerformanceId) =>
  (await readAvailability(stores, { performanceId })).places

describe("the terms of a sale", () => {
  test("count from the next claim on, for people who have more already too", async () => {
    const { performanceId, edit, claim } = await mintSale({ limitPerUser: 4 })
    const rich = mintUserId()
    await book(stores, rich, { performanceId, places: [0, 1, 2] })
    const poor = mintUserId()
    const held = await claim([4, 5, 6], poor)
    const edited = await edit({ limitPerUser: 2, holdMinutes: 9 })
    expect(edited.performances).toMatchObject([{ limitPerUser: 2, holdMinutes: 9, booked: 3 }])
    const limit = { code: "LIMIT_REACHED", limit: 2 } as const
    expect(await refusalOf(claim([3], rich))).toEqual({ ...limit, booked: 3 })
    expect(await refusalOf(claim([7, 8, 9]))).toEqual({ ...limit, booked: 0 })
    // A hold made under the old limit meets the new one in MySQL.
    const late = confirmBooking(stores, poor, { ...held, bookingId: mintBookingId() })
    expect(await refusalOf(late)).toEqual({ ...limit, booked: 0 })
    const { remainingMs } = await claim([7, 8])
    expect(remainingMs).toBe(9 * 60_000)
    expect(await driftOf(performanceId)).toEqual([])
  })

  test("before its opening may be other prices, times and numbers of places", async () => {
    const wishes = { standing: true, areas: 2, saleOpensInMs: HOUR_MS, capacity: 20 }
    const { performanceId, edit, withhold, claim, organizer } = await mintSale(wishes)
    await withhold([1, 12])
    const areas = (await readSaleAreas(performanceId)).map(({ area }, at) => ({
      area,
      price: 30_000 * at,
      capacity: at === 0 ? 15 : 5,
    }))
    const opensAt = new Date(Date.now() - 60_000).toISOString()
    await edit({ areas, saleOpensAt: opensAt })
    expect(await placesIn(performanceId)).toBe(".x...............x..")
    const { total, places } = await claim([0, 15])
    expect({ total, places }).toEqual({ total: 30_000, places: [0, 15] })
    const free = { performanceId, quantity: 2, priceMax: 0 }
    expect((await claimPlaces(stores, mintUserId(), free)).places).toEqual([2, 3])
    expect(await driftOf(performanceId)).toEqual([])
    const fixed = edit({ saleOpensAt: new Date().toISOString() })
    expect(await refusalOf(fixed)).toEqual({
      code: "NOT_VALID",
      problems: [{ path: "saleOpensAt", problem: "fixed-since-sale-opened" }],
    })
    expect(organizer.roles).toContain("organizer")
  })

  test("that are older than what Redis knows change nothing there", async () => {
    const { performanceId, edit, claim } = await mintSale()
    await placesIn(performanceId)
    await stores.redis.hset(keysOfPerformance(performanceId).sale, "version", 99)
    await edit({ limitPerUser: 1 })
    await claim([0, 1])
    expect(await versionIn(performanceId)).toBe(99)
    // The verifier believes MySQL, whatever version Redis has made up.
    await repairPerformance(stores, await verifyPerformance(stores, performanceId))
    expect((await refusalOf(claim([2, 3]))).code).toBe("LIMIT_REACHED")
    expect(await driftOf(performanceId)).toEqual([])
  })

  test("changed by many at once end as MySQL's in Redis", async () => {
    const { performanceId, edit } = await mintSale()
    await placesIn(performanceId)
    await race(8, (runner) => edit({ limitPerUser: 10 + runner }))
    expect(await driftOf(performanceId)).toEqual([])
    expect(await versionIn(performanceId)).toBeGreaterThan(1)
  })

  test("that change while Redis loads the old ones: whoever loads reads again", async () => {
    const { performanceId, claim } = await mintSale({ limitPerUser: 4 })
    const claiming = await whileLoading(
      async () => refusalOf(claim([0, 1])),
      async () => {
        await lowerLimit(performanceId)
        await reconcilePerformance(stores, performanceId)
      },
    )
    expect((await claiming()).code).toBe("LIMIT_REACHED")
    expect(await driftOf(performanceId)).toEqual([])
  })

  // Without this control the test above would also pass if nothing ever raced.
  test("and the race is real: nobody told, the old ones are loaded", async () => {
    const { performanceId, claim } = await mintSale({ limitPerUser: 4 })
    const claiming = await whileLoading(
      async () => claim([0, 1]),
      async () => lowerLimit(performanceId),
    )
    expect((await claiming()).places).toEqual([0, 1])
    expect((await driftOf(performanceId)).map(({ what }) => what)).toEqual(["terms", "terms"])
  })

  test("stand while Redis is away, and reach it by the outbox", async () => {
    const { performanceId, edit, claim } = await mintSale()
    await placesIn(performanceId)
    const defects: unknown[] = []
    await edit({ limitPerUser: 1 }, await withoutRedis(stores, defects))
    expect(defects.length).toBeGreaterThan(0)
    expect(await versionIn(performanceId)).toBe(1)
    await makeDue(stores, [performanceId])
    await relayOutbox(stores)
    expect((await refusalOf(claim([2, 3]))).code).toBe("LIMIT_REACHED")
    expect(await driftOf(performanceId)).toEqual([])
  })
})

/** A sale of 20 places that opens on its first terms, for Redis is away when they change. */
async function openedOnOldTerms(change: (area: Area) => Partial<EditPerformance>) {
  const wishes = { standing: true, saleOpensInMs: HOUR_MS, capacity: 20 }
  const sale = await mintSale(wishes)
  const { performanceId, edit } = sale
  await placesIn(performanceId)
  const [first] = await readSaleAreas(performanceId)
  if (!first) throw new Error("There is no area.")
  await edit(change(first.area), await withoutRedis(stores))
  // An hour later.
  await sql`UPDATE performance SET sale_opens_at = sale_opens_at - INTERVAL 61 MINUTE
    WHERE id = ${performanceId}`.execute(stores.db)
  await stores.redis.hset(keysOfPerformance(performanceId).sale, "opensAt", Date.now() - 1)
  return sale
}

describe("a sale that opens on terms that were changed before", () => {
  test.each([
    ["fewer places", (area: Area) => ({ areas: [{ area, price: 1_000, capacity: 5 }] })],
    ["another price", (area: Area) => ({ areas: [{ area, price: 99_000, capacity: 20 }] })],
    ["a later opening", () => ({ saleOpensAt: new Date(Date.now() + 2 * HOUR_MS).toISOString() })],
  ])("sells nothing on them: %s", async (_, change) => {
    const { performanceId, claim } = await openedOnOldTerms(change)
    const user = mintUserId()
    const hold = await claim([12], user)
    const booking = confirmBooking(stores, user, { ...hold, bookingId: mintBookingId() })
    expect(await refusalOf(booking)).toEqual({ code: "HOLD_EXPIRED" })
    await placesIn(performanceId)
    expect(await driftOf(performanceId)).toEqual([])
  })
})

async function readSaleAreas(performanceId: PerformanceId) {
  const areas = stores.db.selectFrom("performanceArea").where("performanceId", "=", performanceId)
  return areas.select("area").orderBy("firstPlace").execute()
}

async function lowerLimit(performanceId: PerformanceId) {
  const row = stores.db.updateTable("performance").where("id", "=", performanceId)
  await row.set({ limitPerUser: 1, version: 2 }).execute()
}

/** Does something after the terms were read for Redis, and before the places were. Returns how the load ends. */
async function whileLoading<Result>(load: () => Promise<Result>, act: () => Promise<unknown>) {
  return stores.db.connection().execute(async (connection) => {
    await sql`LOCK TABLES sold_place WRITE`.execute(connection)
    const loading = load()
    await until(async () => (await countReadsOfPlaces()) > 0)
    await act()
    await sql`UNLOCK TABLES`.execute(connection)
    return () => loading
  })
}

/** Reads of places that wait for a table's lock. */
async function countReadsOfPlaces() {
  const { rows } = await sql<{ count: number }>`
    SELECT COUNT(*) AS count FROM information_schema.processlist
    WHERE info LIKE 'select %\`sold_place\`%' AND info NOT LIKE '%processlist%'`.execute(stores.db)
  return rows[0]?.count ?? 0
}

describe("a sale that is closed", () => {
  test("takes no claims any more, and keeps its word to who holds places", async () => {
    const { performanceId, eventId, organizer, claim, close } = await mintSale()
    const holder = mintUserId()
    const hold = await claim([0, 1], holder)
    const closed = await close()
    expect(closed.performances).toMatchObject([{ saleState: "closed" }])
    expect(await refusalOf(claim([2]))).toEqual({ code: "SALE_CLOSED" })
    const booking = await confirmBooking(stores, holder, { ...hold, bookingId: mintBookingId() })
    expect(booking.status).toBe("confirmed")
    expect(await refusalOf(close())).toEqual({ code: "SALE_CLOSED" })
    const [entry, ...others] = await listAudit(stores, eventId)
    expect(entry).toMatchObject({ action: "sale-closed", userId: organizer.userId, performanceId })
    expect(others).toEqual([])
    expect(await driftOf(performanceId)).toEqual([])
  })

  test("was open before: neither one to come nor a draft's can be closed, nor another's", async () => {
    const later = await mintSale({ saleOpensInMs: HOUR_MS })
    expect((await refusalOf(later.close())).code).toBe("SALE_NOT_OPEN")
    const { performanceId, eventId, close } = await mintSale()
    const foreign = closeSale(stores, mintStranger(), { performanceId })
    expect(await refusalOf(foreign)).toEqual({ code: "NOT_ALLOWED" })
    await unpublish(stores, eventId)
    expect((await refusalOf(close())).code).toBe("SALE_NOT_OPEN")
  })

  test("is so for Redis as well as soon as it is there again", async () => {
    const { performanceId, organizer, claim } = await mintSale()
    await placesIn(performanceId)
    await closeSale(await withoutRedis(stores), organizer, { performanceId })
    await makeDue(stores, [performanceId])
    await relayOutbox(stores)
    expect(await refusalOf(claim([2]))).toEqual({ code: "SALE_CLOSED" })
  })
})

describe("a sale opens", () => {
  test("at its very millisecond, by Redis' clock: not one earlier, and not one later", async () => {
    const { performanceId, claim } = await mintSale({ saleOpensInMs: HOUR_MS })
    const { sale } = keysOfPerformance(performanceId)
    const { rows } = await sql<{ opensAt: Date }>`SELECT sale_opens_at AS opens_at
      FROM performance WHERE id = ${performanceId}`.execute(stores.db)
    const opensAt = rows[0]?.opensAt.toISOString() ?? ""
    expect(await refusalOf(claim([0]))).toEqual({ code: "SALE_NOT_OPEN", opensAt })
    const nowMs = async () => {
      const [seconds, micros] = await stores.redis.time()
      return Number(seconds) * 1000 + Math.floor(Number(micros) / 1000)
    }
    let [refusedInLastMs, grantedInFirstMs] = [false, false]
    const user = mintUserId()
    await until(async () => {
      const opening = (await nowMs()) + 4
      await forgiveLetGo(stores, performanceId)
      await stores.redis.hset(sale, "opensAt", opening)
      for (let heldAt = 0; heldAt === 0;) {
        const before = await nowMs()
        const { won, refused } = await race(1, () => claim([0], user))
        if (refused.SALE_NOT_OPEN) {
          expect(before).toBeLessThan(opening)
          refusedInLastMs ||= (await nowMs()) === opening - 1 && before === opening - 1
        }
        const [hold] = won
        if (hold) heldAt = Date.parse(hold.expiresAt) - hold.remainingMs
        expect(hold === undefined || heldAt >= opening).toBe(true)
        grantedInFirstMs ||= heldAt === opening
      }
      return refusedInLastMs && grantedInFirstMs
    })
  })

  test("and is over when its time is", async () => {
    const { performanceId, claim } = await mintSale({ saleClosesInMs: -1 })
    expect(await refusalOf(claim([0]))).toEqual({ code: "SALE_CLOSED" })
    await forgetPlaces(stores, performanceId)
    await reconcilePerformance(stores, performanceId)
    expect(await refusalOf(claim([0]))).toEqual({ code: "SALE_CLOSED" })
  })
})
