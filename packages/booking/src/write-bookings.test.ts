import { afterAll, describe, expect, test } from "bun:test"
import { knownTerms } from "@podo/catalog/known-terms"
import { HoldId, type PerformanceId, type Place, type UserId } from "@podo/contract/ids"
import { openPool } from "@podo/db/connect"
import { forTools } from "@podo/db/patience"
import { mintPerformance, mintUserId } from "@podo/db/testing"
import { openTestStores, testStoreUrls } from "@podo/stores/testing"
import { openCuttingProxy } from "@podo/db/testing-proxy"
import { priceBooking } from "./price-booking.ts"
import { cancelSaleOf, countBookingRows, endangerByDeadlock } from "./testing/bookings.queries.ts"
import { mintBookingId } from "./testing/testing.ts"
import { writeBooking } from "./write-bookings.ts"
import type { BookingToWrite } from "./write-bookings.queries.ts"

const stores = await openTestStores()

async function bookingOf(
  performanceId: PerformanceId,
  places: Place[],
  { userId = mintUserId(), bookingId = mintBookingId() } = {},
): Promise<BookingToWrite> {
  const holdId = HoldId.parse(Bun.randomUUIDv7())
  const terms = await knownTerms(stores.db, performanceId)
  return priceBooking({ performanceId, holdId, userId, bookingId }, places, terms)
}

const codesOf = async (bookings: BookingToWrite[], pool = stores.batches) =>
  (await Promise.all(bookings.map((booking) => writeBooking({ batches: pool }, booking)))).map(
    ({ code }) => code,
  )

describe("a batch of bookings", () => {
  test("gives each member its own answer, and books the rest", async () => {
    const { performanceId } = await mintPerformance(stores, { capacity: 60, limitPerUser: 2 })
    const user: UserId = mintUserId()
    const before = await bookingOf(performanceId, [0])
    expect(
      await codesOf([before, await bookingOf(performanceId, [1, 2], { userId: user })]),
    ).toEqual(["WRITTEN", "WRITTEN"])
    const replay = before
    const overLimit = await bookingOf(performanceId, [3], { userId: user })
    const taken = await bookingOf(performanceId, [4, 0])
    const old = { ...(await bookingOf(performanceId, [5])), version: replay.version + 1 }
    const fine = await Promise.all(
      Array.from({ length: 20 }, (_, index) => bookingOf(performanceId, [10 + index])),
    )
    const codes = await codesOf([
      ...fine.slice(0, 7),
      replay,
      overLimit,
      taken,
      old,
      ...fine.slice(7),
    ])
    expect(codes.slice(7, 11)).toEqual([
      "BOOKED_BEFORE",
      "LIMIT_REACHED",
      "PLACES_TAKEN",
      "OLD_TERMS",
    ])
    expect([...codes.slice(0, 7), ...codes.slice(11)]).toEqual(fine.map(() => "WRITTEN"))
    expect(await countBookingRows(stores, performanceId)).toEqual({
      bookings: 22,
      sold: 23,
      places: 23,
      booked: 23,
      outbox: 22,
    })
  })

  test("sells nothing of a performance that is cancelled meanwhile", async () => {
    const { performanceId } = await mintPerformance(stores)
    const bookings = [await bookingOf(performanceId, [0]), await bookingOf(performanceId, [1])]
    await cancelSaleOf(stores, performanceId)
    expect(await codesOf(bookings)).toEqual(["SALE_CLOSED", "SALE_CLOSED"])
    expect(await countBookingRows(stores, performanceId)).toMatchObject({ bookings: 0, sold: 0 })
  })

  test("with the same place, and the same person, several times sells each once, within the limit", async () => {
    const { performanceId } = await mintPerformance(stores, { capacity: 60, limitPerUser: 3 })
    const userId = mintUserId()
    const rivals = await Promise.all(
      Array.from({ length: 20 }, () => bookingOf(performanceId, [7, 8])),
    )
    const mine = await Promise.all(
      Array.from({ length: 20 }, (_, index) => bookingOf(performanceId, [10 + index], { userId })),
    )
    const codes = await codesOf([...rivals, ...mine])
    expect(codes.slice(0, 20).filter((code) => code === "WRITTEN")).toHaveLength(1)
    expect(codes.slice(20).filter((code) => code === "WRITTEN")).toHaveLength(3)
    expect(codes.slice(20).filter((code) => code === "LIMIT_REACHED")).toHaveLength(17)
  })

  test("that loses a deadlock is written all the same", async () => {
    const { performanceId } = await mintPerformance(stores, { capacity: 60 })
    const bookings = await Promise.all(
      Array.from({ length: 12 }, (_, index) => bookingOf(performanceId, [index])),
    )
    const [last] = bookings.toSorted((one, other) => (one.userId < other.userId ? 1 : -1))
    if (!last) throw new Error("Nothing to book.")
    const rival = await endangerByDeadlock(stores, last)
    const writing = codesOf(bookings)
    // It got a place that the batch had inserted already, so the batch had to give everything up.
    expect(await rival.takePlace(3)).toBe("taken from the batch")
    await rival.giveUp()
    expect(await writing).toEqual(bookings.map(() => "WRITTEN"))
    expect(await countBookingRows(stores, performanceId)).toMatchObject({ bookings: 12, sold: 12 })
  })
})

describe("a batch whose line is cut", () => {
  const proxies: { close: () => void }[] = []
  afterAll(() => proxies.forEach((proxy) => proxy.close()))

  for (const isSent of [true, false]) {
    test(`${isSent ? "after" : "before"} its COMMIT was sent: each is booked once`, async () => {
      const { performanceId } = await mintPerformance(stores, { capacity: 60 })
      const proxy = await openCuttingProxy(testStoreUrls().databaseUrl)
      proxies.push(proxy)
      const pool = openPool(proxy.url, {
        connections: 4,
        patience: forTools,
        multipleStatements: true,
      })
      const bookings = await Promise.all(
        Array.from({ length: 12 }, (_, index) => bookingOf(performanceId, [index])),
      )
      proxy.cutAt("\nCOMMIT", isSent)
      const codes = await codesOf(bookings, pool)
      expect(proxy.cuts()).toBe(1)
      // A caller that is told BOOKED_BEFORE finds that it is this very booking.
      expect(codes).toEqual(bookings.map(() => (isSent ? "BOOKED_BEFORE" : "WRITTEN")))
      expect(await countBookingRows(stores, performanceId)).toMatchObject({
        bookings: 12,
        sold: 12,
        booked: 12,
      })
      await pool.end()
    })
  }
})
