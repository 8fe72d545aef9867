import { afterEach, describe, expect, onTestFinished, setSystemTime, test } from "bun:test"
import { lockPerformance } from "@podo/catalog/performances.queries"
import { type PerformanceId } from "@podo/contract/ids"
import { deleteDoneOutbox, insertOutbox } from "@podo/db/outbox.queries"
import { until } from "@podo/db/racing"
import { mintPerformance, mintUserId } from "@podo/db/testing"
import { openEmptiedStores } from "@podo/stores/testing"
import { inTransaction } from "@podo/db/transaction"
import { keysOfPerformance } from "@podo/redis/performance-keys"
import { claimPlaces } from "@podo/seating/claim-places"
import { readAvailability } from "@podo/seating/read-availability"
import { lapseHold, makeDue as makeReturnDue } from "@podo/seating/testing"
import { forgetPast } from "./forget-past.ts"
import { readBooking } from "./read-bookings.ts"
import { relayOutbox } from "./relay-outbox.ts"
import { noteSettled } from "./note-settled.ts"
import { book, dieConfirming } from "./testing/testing.ts"
import { cancelSaleOf, makeDue } from "./testing/bookings.queries.ts"
import { sweep } from "./sweep.ts"

const stores = await openEmptiedStores()
const DAY_MS = 86_400_000
const placesIn = async (performanceId: PerformanceId) =>
  (await readAvailability(stores, { performanceId })).places

describe("the outbox", () => {
  test("tries again later what did not succeed, and tells of it", async () => {
    const subject = `x-${Bun.randomUUIDv7()}`.slice(0, 36)
    await stores.db
      .insertInto("outbox")
      .values({ kind: "booking-confirmed", subject, availableAt: new Date(0) })
      .execute()
    // It fails at every relay, also at that of another test.
    onTestFinished(async () => {
      await stores.db.deleteFrom("outbox").where("subject", "=", subject).execute()
    })
    const defects: unknown[] = []
    await relayOutbox({ ...stores, onDefect: (error) => defects.push(error) })
    const row = await stores.db
      .selectFrom("outbox")
      .where("subject", "=", subject)
      .select(["attempts", "doneAt"])
      .executeTakeFirst()
    expect(row).toEqual({ attempts: 1, doneAt: null })
    expect(defects).toHaveLength(1)
  })
})

describe("rows of the outbox that are done", () => {
  test("are gone ten minutes later, however many there are, and no others", async () => {
    const MINUTE_MS = 60_000
    const ago = (minutes: number) => new Date(Date.now() - minutes * MINUTE_MS)
    const rowOf = (doneAt: Date | null) => ({
      kind: "booking-confirmed" as const,
      subject: Bun.randomUUIDv7(),
      availableAt: new Date(Date.now() + 60 * MINUTE_MS),
      doneAt,
    })
    const [old, young, open] = [rowOf(ago(11)), rowOf(ago(5)), rowOf(null)]
    const crowd = Array.from({ length: 12_000 }, () => rowOf(ago(60)))
    for (let at = 0; at < crowd.length; at += 2_000) {
      await stores.db
        .insertInto("outbox")
        .values(crowd.slice(at, at + 2_000))
        .execute()
    }
    await stores.db.insertInto("outbox").values([old, young, open]).execute()
    await deleteDoneOutbox(stores.db)
    const left = stores.db.selectFrom("outbox").where("doneAt", "<", ago(10.5))
    expect(await left.select("id").execute()).toEqual([])
    const kept = stores.db.selectFrom("outbox").where(
      "subject",
      "in",
      [young, open].map(({ subject }) => subject),
    )
    expect(await kept.select("id").execute()).toHaveLength(2)
  })
})

describe("the outbox row of a settled booking", () => {
  const doneOf = async (subject: string) => {
    const row = stores.db.selectFrom("outbox").where("subject", "=", subject).select("doneAt")
    return (await row.executeTakeFirst())?.doneAt
  }

  test("is done without the relay", async () => {
    const { performanceId } = await mintPerformance(stores)
    const { bookingId } = await book(stores, mintUserId(), { performanceId, places: [0] })
    await until(async () => (await doneOf(bookingId)) instanceof Date)
  })

  test("is done without the relay for each of several that come one after the other", async () => {
    const { performanceId } = await mintPerformance(stores)
    const booked = []
    for (const place of [0, 1, 2]) {
      booked.push(await book(stores, mintUserId(), { performanceId, places: [place] }))
    }
    for (const { bookingId } of booked) {
      await until(async () => (await doneOf(bookingId)) instanceof Date)
    }
  })

  test("is left to the relay where the performance has been cancelled meanwhile", async () => {
    const { performanceId } = await mintPerformance(stores)
    const confirming = await dieConfirming(stores, mintUserId(), performanceId, true)
    await cancelSaleOf(stores, performanceId)
    const { bookingId } = confirming
    await noteSettled(stores.batches, performanceId, [bookingId])
    expect(await doneOf(bookingId)).toBeNull()
    await makeDue(stores, [bookingId])
    await relayOutbox(stores)
    expect((await readBooking(stores.db, bookingId)).status).toBe("cancelled")
  })
})

describe("work that is asked for while it is being done", () => {
  test("waits for nobody, and is done again", async () => {
    const { performanceId } = await mintPerformance(stores)
    const kind = "performance-changed" as const
    await inTransaction(stores.db, (trx) => insertOutbox(trx, kind, performanceId))
    await makeDue(stores, [performanceId])
    const relaying = await inTransaction(stores.db, async (trx) => {
      // The relay needs this very row for its work.
      await lockPerformance(trx, performanceId)
      const relay = relayOutbox(stores)
      await until(async () => (await dueOf(performanceId)).getTime() > Date.now() + 10_000)
      await insertOutbox(trx, kind, performanceId)
      return () => relay
    })
    await relaying()
    const row = stores.db.selectFrom("outbox").where("subject", "=", performanceId)
    expect(await row.select(["doneAt", "attempts"]).execute()).toEqual([
      { doneAt: null, attempts: 0 },
    ])
    await makeDue(stores, [performanceId])
    await relayOutbox(stores)
    expect(await row.select("attempts").where("doneAt", "is not", null).execute()).toHaveLength(1)
  })
})

async function dueOf(subject: string) {
  const row = stores.db.selectFrom("outbox").where("subject", "=", subject)
  return (await row.select("availableAt").executeTakeFirstOrThrow()).availableAt
}

describe("a performance that is over", () => {
  test("is forgotten by Redis, and found again by who asks", async () => {
    const old = { saleOpensInMs: -3 * DAY_MS, saleClosesInMs: -2 * DAY_MS }
    const past = await mintPerformance(stores, old)
    const current = await mintPerformance(stores)
    await placesIn(past.performanceId)
    await placesIn(current.performanceId)
    await forgetPast(stores)
    const keysOf = ({ performanceId }: { performanceId: PerformanceId }) =>
      Object.values(keysOfPerformance(performanceId))
    expect(await stores.redis.exists(...keysOf(past))).toBe(0)
    expect(await stores.redis.exists(...keysOf(current))).toBeGreaterThan(0)
    expect(await placesIn(past.performanceId)).toBe("..........")
  })
})

describe("a booking that goes on", () => {
  afterEach(() => setSystemTime())

  test("is not forgotten by a worker whose own clock is days ahead", async () => {
    const { performanceId } = await mintPerformance(stores, { saleClosesInMs: DAY_MS })
    await placesIn(performanceId)
    setSystemTime(Date.now() + 3 * DAY_MS)
    await forgetPast(stores)
    expect(await stores.redis.exists(keysOfPerformance(performanceId).places)).toBe(1)
  })
})

describe("the sweeper", () => {
  test("visits every performance on sale: what lapsed there returns, and what has returned is open", async () => {
    const minted = [await mintPerformance(stores), await mintPerformance(stores)]
    for (const { performanceId } of minted) {
      const { holdId } = await claimPlaces(stores, mintUserId(), { performanceId, places: [0] })
      await lapseHold(stores, performanceId, holdId)
    }
    await sweep(stores)
    for (const { performanceId } of minted) await makeReturnDue(stores, performanceId)
    await sweep(stores)
    for (const { performanceId } of minted) {
      const { places } = keysOfPerformance(performanceId)
      expect(await stores.redis.get(places)).toBe("..........")
    }
  })
})
