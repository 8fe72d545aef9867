import { describe, expect, test } from "bun:test"
import { Area, BookingId, type PerformanceId, type UserId } from "@podo/contract/ids"
import { until } from "@podo/db/racing"
import { countLockingReads, mintPerformance, mintUserId, openTestStores } from "@podo/db/testing"
import { inTransaction } from "@podo/db/transaction"
import { keysOfPerformance } from "@podo/redis/performance-keys"
import { beginConfirm } from "@podo/seating/begin-confirm"
import { claimPlaces } from "@podo/seating/claim-places"
import { readAvailability } from "@podo/seating/read-availability"
import { settleConfirm } from "@podo/seating/settle-confirm"
import { forgetPlaces, lapseConfirm, lapseHold } from "@podo/seating/testing"
import { insertBooking, insertPlaces, raiseQuota } from "./bookings.queries.ts"
import { cancelBooking } from "./cancel-booking.ts"
import { confirmBooking } from "./confirm-booking.ts"
import { forgetPast } from "./forget-past.ts"
import { relayOutbox } from "./relay-outbox.ts"
import { repairPerformance } from "./repair-performance.ts"
import { sweep, sweepPerformance } from "./sweep.ts"
import { verifyPerformance } from "./verify-performance.ts"
import { writeBooking } from "./write-booking.ts"

const stores = await openTestStores()
const DAY_MS = 86_400_000
const AREA = Area.parse("floor")

const placesIn = async (performanceId: PerformanceId) =>
  (await readAvailability(stores, { performanceId })).places

const driftOf = async (performanceId: PerformanceId) =>
  (await verifyPerformance(stores, performanceId)).drift

/** The steps of a confirmation up to the moment at which its process dies. */
async function dieConfirming(userId: UserId, performanceId: PerformanceId, committed: boolean) {
  const { holdId } = await claimPlaces(stores, userId, { performanceId, places: [3, 4] })
  const bookingId = BookingId.parse(Bun.randomUUIDv7())
  const confirming = { performanceId, holdId, bookingId, userId }
  const places = await beginConfirm(stores, confirming)
  if (committed && places) await writeBooking(stores, confirming, places)
  await lapseConfirm(stores, performanceId, holdId)
  return confirming
}

describe("a process that dies while it confirms", () => {
  test("after the commit has sold the places: the sweeper never frees them", async () => {
    const { performanceId } = await mintPerformance(stores)
    await dieConfirming(mintUserId(), performanceId, true)
    await sweepPerformance(stores, performanceId)
    expect(await placesIn(performanceId)).toBe("...bb.....")
    expect(await driftOf(performanceId)).toEqual([])
  })

  test("before the commit has sold nothing: the sweeper frees them", async () => {
    const { performanceId } = await mintPerformance(stores)
    await dieConfirming(mintUserId(), performanceId, false)
    await sweepPerformance(stores, performanceId)
    expect(await placesIn(performanceId)).toBe("..........")
    expect(await driftOf(performanceId)).toEqual([])
  })

  test("leaves a booking that its client finds by sending again", async () => {
    const { performanceId } = await mintPerformance(stores)
    const user = mintUserId()
    const { holdId, bookingId } = await dieConfirming(user, performanceId, true)
    const booking = await confirmBooking(stores, user, { bookingId, performanceId, holdId })
    expect(booking.places.map(({ place }) => place)).toEqual([3, 4])
  })

  test("leaves an outbox that tells Redis what was sold", async () => {
    const { performanceId } = await mintPerformance(stores)
    await dieConfirming(mintUserId(), performanceId, true)
    await until(async () => {
      await relayOutbox(stores)
      return (await placesIn(performanceId)) === "...bb....."
    })
    expect(await driftOf(performanceId)).toEqual([])
  })

  test("and whose booking is cancelled before it comes back changes nothing any more", async () => {
    const { performanceId } = await mintPerformance(stores)
    const user = mintUserId()
    const confirming = await dieConfirming(user, performanceId, true)
    await cancelBooking(stores, user, { bookingId: confirming.bookingId })
    expect(await placesIn(performanceId)).toBe("..........")
    await confirmBooking(stores, user, confirming)
    await sweepPerformance(stores, performanceId)
    expect(await placesIn(performanceId)).toBe("..........")
    expect(await driftOf(performanceId)).toEqual([])
  })

  test("before the commit but not yet dead: the sweeper waits for what is being written", async () => {
    const { performanceId } = await mintPerformance(stores)
    const confirming = await dieConfirming(mintUserId(), performanceId, false)
    const commit = Promise.withResolvers<void>()
    const written = Promise.withResolvers<void>()
    const { bookingId: id, holdId, userId } = confirming
    const booking = { id, performanceId, holdId, userId, total: 100_000, currency: "KRW" }
    const area = AREA
    const places = [3, 4].map((place) => ({ place, area, price: 50_000 }))
    const writing = inTransaction(stores.db, async (trx) => {
      await insertBooking(trx, booking)
      await insertPlaces(trx, booking, places)
      await raiseQuota(trx, booking, places.length)
      written.resolve()
      await commit.promise
    })
    await written.promise
    let isSwept = false
    const sweeping = sweepPerformance(stores, performanceId).finally(() => (isSwept = true))
    await until(async () => isSwept || (await countLockingReads(stores.db)) > 0)
    commit.resolve()
    await Promise.all([writing, sweeping])
    expect(await placesIn(performanceId)).toBe("...bb.....")
    expect(await driftOf(performanceId)).toEqual([])
  })

  test("or only paused until its booking was cancelled: its late word counts no more", async () => {
    const { performanceId } = await mintPerformance(stores)
    const user = mintUserId()
    const confirming = await dieConfirming(user, performanceId, true)
    await cancelBooking(stores, user, { bookingId: confirming.bookingId })
    expect(await settleConfirm(stores, confirming, [3, 4])).toBe(false)
    expect(await placesIn(performanceId)).toBe("..........")
    expect(await driftOf(performanceId)).toEqual([])
  })
})

describe("the outbox", () => {
  test("tries again later what did not succeed, and tells of it", async () => {
    const subject = `x-${Bun.randomUUIDv7()}`.slice(0, 36)
    await stores.db
      .insertInto("outbox")
      .values({ kind: "booking-confirmed", subject, availableAt: new Date(0) })
      .execute()
    const defects: unknown[] = []
    await relayOutbox({ ...stores, onDefect: (error) => defects.push(error) })
    const row = await stores.db
      .selectFrom("outbox")
      .where("subject", "=", subject)
      .select(["attempts", "doneAt"])
      .executeTakeFirst()
    expect(row).toEqual({ attempts: 1, doneAt: null })
    expect(defects).toHaveLength(1)
    await stores.db.deleteFrom("outbox").where("subject", "=", subject).execute()
  })
})

describe("what is over", () => {
  test("is forgotten by Redis and by the outbox, and found again by who asks", async () => {
    const old = { saleOpensInMs: -3 * DAY_MS, saleClosesInMs: -2 * DAY_MS }
    const past = await mintPerformance(stores, old)
    const current = await mintPerformance(stores)
    const done = { kind: "booking-confirmed", availableAt: new Date(0) }
    const subjects = [Bun.randomUUIDv7(), Bun.randomUUIDv7()]
    await stores.db
      .insertInto("outbox")
      .values([
        { ...done, subject: subjects[0] ?? "", doneAt: new Date(Date.now() - 8 * DAY_MS) },
        { ...done, subject: subjects[1] ?? "", doneAt: new Date(Date.now() - 6 * DAY_MS) },
      ])
      .execute()
    await placesIn(past.performanceId)
    await placesIn(current.performanceId)
    await forgetPast(stores)
    const keysOf = ({ performanceId }: { performanceId: PerformanceId }) =>
      Object.values(keysOfPerformance(performanceId))
    expect(await stores.redis.exists(...keysOf(past))).toBe(0)
    expect(await stores.redis.exists(...keysOf(current))).toBeGreaterThan(0)
    expect(await placesIn(past.performanceId)).toBe("..........")
    const left = await stores.db
      .selectFrom("outbox")
      .where("subject", "in", subjects)
      .select("subject")
      .execute()
    expect(left).toEqual([{ subject: subjects[1] ?? "" }])
  })
})

describe("the sweeper", () => {
  test("visits every performance on sale", async () => {
    const minted = [await mintPerformance(stores), await mintPerformance(stores)]
    for (const { performanceId } of minted) {
      const { holdId } = await claimPlaces(stores, mintUserId(), { performanceId, places: [0] })
      await lapseHold(stores, performanceId, holdId)
    }
    await sweep(stores)
    for (const { performanceId } of minted) {
      const { places } = keysOfPerformance(performanceId)
      expect(await stores.redis.get(places)).toBe("..........")
    }
  })
})

describe("the verifier", () => {
  test("finds what Redis has wrong, and repairs it from MySQL", async () => {
    const { performanceId } = await mintPerformance(stores)
    const user = mintUserId()
    await dieConfirming(user, performanceId, true)
    await sweepPerformance(stores, performanceId)
    const keys = await stores.redis.keys(`*{${performanceId}}`)
    const key = (name: string) => keys.find((one) => one.startsWith(`${name}:`)) ?? name
    await stores.redis.setrange(key("places"), 3, ".")
    await stores.redis.setrange(key("places"), 7, "b")
    await stores.redis.hset(key("owner"), 7, crypto.randomUUID())
    await stores.redis.setrange(key("places"), 8, "h")
    await stores.redis.hset(key("open"), "floor", 99)
    await stores.redis.hset(key("booked-by"), user, 7)
    const verification = await verifyPerformance(stores, performanceId)
    expect(new Set(verification.drift.map(({ what }) => what))).toEqual(
      new Set(["place", "held without hold", "open bit", "open counter", "booked-by"]),
    )
    await repairPerformance(stores, verification)
    expect(await placesIn(performanceId)).toBe("...bb.....")
    expect(await driftOf(performanceId)).toEqual([])
  })

  for (const name of ["owner", "holdExpiry", "confirming"] as const) {
    test(`repairs a performance that has lost its key ${name}`, async () => {
      const { performanceId } = await mintPerformance(stores)
      const user = mintUserId()
      const { bookingId } = await dieConfirming(user, performanceId, true)
      await sweepPerformance(stores, performanceId)
      const held = await claimPlaces(stores, mintUserId(), { performanceId, places: [0] })
      const begun = await claimPlaces(stores, mintUserId(), { performanceId, places: [1] })
      await lapseHold(stores, performanceId, held.holdId)
      await stores.redis.del(keysOfPerformance(performanceId)[name])
      if (name === "owner") await cancelBooking(stores, user, { bookingId })
      await repairPerformance(stores, await verifyPerformance(stores, performanceId))
      await sweepPerformance(stores, performanceId)
      expect(begun.places).toEqual([1])
      expect(await driftOf(performanceId)).toEqual([])
    })
  }

  test("finds what MySQL has wrong, and leaves it for a person", async () => {
    const { performanceId } = await mintPerformance(stores)
    const user = mintUserId()
    const { bookingId } = await dieConfirming(user, performanceId, true)
    await stores.db
      .deleteFrom("soldPlace")
      .where("performanceId", "=", performanceId)
      .where("place", "=", 3)
      .execute()
    await stores.db
      .updateTable("userQuota")
      .where("performanceId", "=", performanceId)
      .set({ booked: 1 })
      .execute()
    await stores.db.updateTable("booking").where("id", "=", bookingId).set({ total: 1 }).execute()
    await forgetPlaces(stores, performanceId)
    const { drift } = await verifyPerformance(stores, performanceId)
    expect(drift).toEqual([
      { store: "mysql", what: "wrong total", bookingId },
      { store: "mysql", what: "booking without place", place: 3 },
      { store: "mysql", what: "quota", userId: user, counted: 2, booked: 1 },
    ])
  })
})
