import { describe, expect, test } from "bun:test"
import type { BookingId, PerformanceId } from "@podo/contract/ids"
import { takeDueOutbox } from "@podo/db/outbox.queries"
import { race, refusalOf } from "@podo/db/racing"
import { mintPerformance, mintUserId } from "@podo/db/testing"
import { openEmptiedStores } from "@podo/stores/testing"
import { inTransaction } from "@podo/db/transaction"
import { beginConfirm } from "@podo/seating/begin-confirm"
import { closeSale } from "../sale/close-sale.ts"
import { claimPlaces } from "@podo/seating/claim-places"
import { readAvailability } from "@podo/seating/read-availability"
import { forgetPlaces, letReturn, putOffReturn } from "@podo/seating/testing"
import { cancelBooking } from "@podo/booking/cancel-booking"
import { cancelBookings } from "@podo/booking/cancel-bookings"
import { listSomeConfirmed } from "@podo/booking/bookings.queries"
import { cancelPerformance } from "./cancel-performance.ts"
import { confirmBooking } from "@podo/booking/confirm-booking"
import { readBooking } from "@podo/booking/read-bookings"
import { relayOutbox } from "@podo/booking/relay-outbox"
import { readSale } from "../sale/read-sale.ts"
import { book, mintBookingId, mintBookings, withoutRedis } from "@podo/booking/testing"
import { mintSale as mintSaleIn, mintStranger } from "../testing/sales.ts"
import { insertBooking, insertPlaces, makeDue, raiseQuota } from "@podo/booking/testing.queries"
import { listAudit, unpublish } from "../testing/sales.queries.ts"
import { verifyPerformance } from "@podo/booking/verify-performance"

const stores = await openEmptiedStores()

async function mintSale(wishes: Parameters<typeof mintPerformance>[1] = {}) {
  const sale = await mintSaleIn(stores, wishes)
  const { organizer, performanceId } = sale
  const cancel = (on = stores) => cancelPerformance(on, organizer, { performanceId })
  return { ...sale, cancel }
}

const driftOf = async (performanceId: PerformanceId) =>
  (await verifyPerformance(stores, performanceId)).drift

/** Bookings of a performance by their status, and how often each was said to be cancelled. */
async function outcomeOf(performanceId: PerformanceId) {
  const bookings = await stores.db
    .selectFrom("booking")
    .where("performanceId", "=", performanceId)
    .select(["id", "status"])
    .execute()
  const told = await stores.db
    .selectFrom("outbox")
    .innerJoin("booking", "booking.id", "outbox.subject")
    .where("booking.performanceId", "=", performanceId)
    .where("outbox.kind", "=", "booking-cancelled")
    .select("outbox.subject")
    .execute()
  const quotas = await stores.db
    .selectFrom("userQuota")
    .where("performanceId", "=", performanceId)
    .where("booked", "!=", 0)
    .select("userId")
    .execute()
  const cancelled = bookings.filter(({ status }) => status === "cancelled")
  return {
    confirmed: bookings.length - cancelled.length,
    cancelled: cancelled.length,
    told: told.length,
    quotas: quotas.length,
  }
}

/** Whatever the outbox has of these is done, however long it has to wait there. */
async function relayAll(performanceId: PerformanceId, bookingIds: BookingId[] = []) {
  await makeDue(stores, [performanceId, ...bookingIds])
  await relayOutbox(stores)
}

describe("a performance that is cancelled", () => {
  test("sells nothing more, and cancels what was booked", async () => {
    const { performanceId, eventId, organizer, cancel, withhold } = await mintSale()
    const [fan, other, holder] = [mintUserId(), mintUserId(), mintUserId()]
    await withhold([9])
    const { bookingId } = await book(stores, fan, { performanceId, places: [0, 1] })
    await book(stores, other, { performanceId, places: [2] })
    const gone = await book(stores, other, { performanceId, places: [3] })
    await cancelBooking(stores, other, gone)
    await putOffReturn(stores, performanceId)
    const hold = await claimPlaces(stores, holder, { performanceId, places: [5] })
    expect(await cancel()).toEqual({ performanceId, bookings: 2 })
    const claim = claimPlaces(stores, mintUserId(), { performanceId, places: [6] })
    expect(await refusalOf(claim)).toEqual({ code: "SALE_CLOSED" })
    const late = confirmBooking(stores, holder, { ...hold, bookingId: mintBookingId() })
    expect(await refusalOf(late)).toEqual({ code: "SALE_CLOSED" })
    const booking = await readBooking(stores.db, bookingId)
    expect(booking).toMatchObject({ status: "cancelled", performanceCancelled: true })
    // Given back by the person before, and so no affair of the organizer's.
    const before = await readBooking(stores.db, gone.bookingId)
    expect(before).toMatchObject({ status: "cancelled", performanceCancelled: false })
    // A closed sale has nobody waiting for what comes back, so it is open at once; what was on its way still is.
    expect((await readAvailability(stores, { performanceId })).places).toBe("...h.....x")
    await letReturn(stores, performanceId)
    expect((await readAvailability(stores, { performanceId })).places).toBe(".........x")
    expect(await outcomeOf(performanceId)).toMatchObject({ confirmed: 0, cancelled: 3, told: 3 })
    expect(await driftOf(performanceId)).toEqual([])
    const sale = await readSale(stores, organizer, { performanceId })
    expect(sale).toMatchObject({ bookings: 0, booked: 0, revenue: 0, held: 0, withheld: 1 })
    expect(sale.performance.saleState).toBe("closed")
    const history = await listAudit(stores, eventId)
    expect(history.at(-1)).toMatchObject({ action: "performance-cancelled", performanceId })
  })

  test("is so once, for its organizer, and keeps nothing for the house any more", async () => {
    const { performanceId, cancel, withhold } = await mintSale()
    const foreign = cancelPerformance(stores, mintStranger(), { performanceId })
    expect(await refusalOf(foreign)).toEqual({ code: "NOT_ALLOWED" })
    const { won, refused } = await race(5, () => cancel())
    expect(won).toHaveLength(1)
    expect(refused).toEqual({ ALREADY_CANCELLED: 4 })
    expect(await refusalOf(withhold([1]))).toEqual({ code: "SALE_CLOSED" })
  })

  test("before its sale has opened is closed, not about to open, also when Redis loads it anew", async () => {
    const { performanceId, cancel } = await mintSale({ saleOpensInMs: 3_600_000 })
    const claim = () => claimPlaces(stores, mintUserId(), { performanceId, places: [6] })
    expect((await refusalOf(claim())).code).toBe("SALE_NOT_OPEN")
    await cancel()
    expect(await refusalOf(claim())).toEqual({ code: "SALE_CLOSED" })
    await forgetPlaces(stores, performanceId)
    expect(await refusalOf(claim())).toEqual({ code: "SALE_CLOSED" })
    const draft = await mintSale()
    await unpublish(stores, draft.eventId)
    expect(await draft.cancel()).toEqual({ performanceId: draft.performanceId, bookings: 0 })
  })

  test("answers before its many bookings are cancelled; the outbox goes on, and lets others pass", async () => {
    const { performanceId, cancel } = await mintSale({ capacity: 300, standing: true })
    await mintBookings(stores, performanceId, 130)
    expect(await cancel()).toEqual({ performanceId, bookings: 130 })
    expect(await outcomeOf(performanceId)).toMatchObject({ confirmed: 30, cancelled: 100 })
    await relayAll(performanceId)
    const done = { confirmed: 0, cancelled: 130, told: 130, quotas: 0 }
    expect(await outcomeOf(performanceId)).toEqual(done)
    expect(await driftOf(performanceId)).toEqual([])
  })
})

describe("a performance is cancelled whole", () => {
  test("when its process dies half-way, and the relay after it", async () => {
    const { performanceId, organizer, cancel } = await mintSale({ capacity: 400, standing: true })
    await mintBookings(stores, performanceId, 170)
    // Dead to Redis after the commit, and after the first hundred to MySQL.
    const dead = { ...stores, onDefect: () => {} }
    dead.redis = (await withoutRedis(stores)).redis
    await cancel(dead)
    await makeDue(stores, [performanceId])
    // A relay that dies in the middle: what it had done stands, and what it took is due again in time.
    await inTransaction(stores.db, (trx) => takeDueOutbox(trx, 100))
    await cancelBookings(
      stores,
      performanceId,
      await listSomeConfirmed(stores.db, performanceId, 50),
    )
    expect(await outcomeOf(performanceId)).toMatchObject({ confirmed: 20, told: 150 })
    await Promise.all([relayAll(performanceId), relayAll(performanceId)])
    await relayAll(performanceId)
    const done = { confirmed: 0, cancelled: 170, told: 170, quotas: 0 }
    expect(await outcomeOf(performanceId)).toEqual(done)
    expect(await driftOf(performanceId)).toEqual([])
    const again = cancelPerformance(stores, organizer, { performanceId })
    expect(await refusalOf(again)).toEqual({ code: "ALREADY_CANCELLED" })
    const closing = closeSale(stores, organizer, { performanceId })
    expect(await refusalOf(closing)).toEqual({ code: "SALE_CLOSED" })
  })

  test("while people confirm and cancel at the same moment: each booking ends once", async () => {
    for (let round = 0; round < 3; round++) {
      const { performanceId, cancel } = await mintSale({ capacity: 40, standing: true })
      const fans = Array.from({ length: 8 }, mintUserId)
      const booked = await Promise.all(
        fans.map((fan, place) => book(stores, fan, { performanceId, places: [place] })),
      )
      const others = Array.from({ length: 8 }, mintUserId)
      const held = await Promise.all(
        others.map((user, at) => claimPlaces(stores, user, { performanceId, places: [20 + at] })),
      )
      const confirmed: BookingId[] = []
      const actions = [
        ...fans.map((fan, at) => async () => {
          await cancelBooking(stores, fan, booked[at] ?? { bookingId: mintBookingId() })
        }),
        ...held.map((hold, at) => async () => {
          const bookingId = mintBookingId()
          await confirmBooking(stores, others[at] ?? mintUserId(), { ...hold, bookingId })
          confirmed.push(bookingId)
        }),
        async () => void (await cancel()),
      ]
      await race(actions.length, async (runner) =>
        actions[(runner * 7 + round) % actions.length]?.(),
      )
      await relayAll(performanceId, confirmed)
      const { cancelled, ...left } = await outcomeOf(performanceId)
      expect(left).toEqual({ confirmed: 0, told: cancelled, quotas: 0 })
      expect(cancelled).toBe(8 + confirmed.length)
      expect(await driftOf(performanceId)).toEqual([])
    }
  }, 20_000)

  test("also a booking that was being written when it was: the outbox finds it", async () => {
    const { performanceId, area, cancel } = await mintSale()
    const userId = mintUserId()
    const { holdId } = await claimPlaces(stores, userId, { performanceId, places: [3] })
    const id = mintBookingId()
    await beginConfirm(stores, { performanceId, holdId, bookingId: id, userId })
    const booking = { id, performanceId, holdId, userId, total: 50_000, currency: "KRW" }
    await inTransaction(stores.db, async (trx) => {
      await insertBooking(trx, booking)
      await insertPlaces(trx, booking, [{ place: 3, area, price: 50_000 }])
      await raiseQuota(trx, booking, 1)
      await trx
        .insertInto("outbox")
        .values({ kind: "booking-confirmed", subject: id, availableAt: new Date(0) })
        .execute()
      // It cannot be seen yet, and has looked already.
      expect(await cancel()).toEqual({ performanceId, bookings: 0 })
      await relayAll(performanceId)
    })
    // Without its own row in the outbox it would stay: all that knew of the performance is done.
    expect(await outcomeOf(performanceId)).toMatchObject({ confirmed: 1, cancelled: 0 })
    await relayAll(performanceId, [id])
    const done = { confirmed: 0, cancelled: 1, told: 1, quotas: 0 }
    expect(await outcomeOf(performanceId)).toEqual(done)
    expect(await driftOf(performanceId)).toEqual([])
  })
})
