import { describe, expect, test } from "bun:test"
import { BookingId, HoldId, type PerformanceId, type UserId } from "@podo/contract/ids"
import type { Hold } from "@podo/contract/seating"
import { inTransaction } from "@podo/db/transaction"
import { barrier, race, refusalOf } from "@podo/db/racing"
import { mintPerformance, mintUserId } from "@podo/db/testing"
import { openTestStores } from "@podo/stores/testing"
import { keysOfPerformance } from "@podo/redis/performance-keys"
import { beginConfirm } from "@podo/seating/begin-confirm"
import { claimPlaces } from "@podo/seating/claim-places"
import { readAvailability } from "@podo/seating/read-availability"
import { releaseHold } from "@podo/seating/release-hold"
import { forgiveLetGo, lapseHold, letReturn, putOffReturn } from "@podo/seating/testing"
import { listSoldPlaces } from "@podo/seating/sold-places.queries"
import { confirmBooking } from "./confirm-booking.ts"
import { listBookings } from "./list-bookings.ts"
import { verifyPerformance } from "./verify-performance.ts"
import { insertBooking } from "./testing/bookings.queries.ts"

const stores = await openTestStores()
const newBookingId = () => BookingId.parse(Bun.randomUUIDv7())

const confirm = (userId: UserId, { holdId, performanceId }: Hold, bookingId = newBookingId()) =>
  confirmBooking(stores, userId, { bookingId, performanceId, holdId })

const driftOf = async (performanceId: PerformanceId) =>
  (await verifyPerformance(stores, performanceId)).drift

const soldIn = (performanceId: PerformanceId) => listSoldPlaces(stores.db, performanceId)

const placesIn = async (performanceId: PerformanceId) =>
  (await readAvailability(stores, { performanceId })).places

describe("a place is sold once", () => {
  test("when 200 users claim and confirm it at once", async () => {
    const { performanceId } = await mintPerformance(stores)
    const { won, refused } = await race(200, async () => {
      const user = mintUserId()
      return confirm(user, await claimPlaces(stores, user, { performanceId, places: [3] }))
    })
    expect(won).toHaveLength(1)
    expect(refused).toEqual({ PLACES_TAKEN: 199 })
    expect(await soldIn(performanceId)).toHaveLength(1)
    expect(await driftOf(performanceId)).toEqual([])
  })

  test("also when Redis forgets every hold in between", async () => {
    const { performanceId } = await mintPerformance(stores)
    const { won } = await race(60, async (runner) => {
      const user = mintUserId()
      const hold = await claimPlaces(stores, user, { performanceId, places: [3] })
      if (runner % 10 === 0) await stores.redis.flushall()
      return confirm(user, hold)
    })
    expect(won.length).toBeLessThanOrEqual(1)
    expect(await soldIn(performanceId)).toHaveLength(won.length)
    expect(await driftOf(performanceId)).toEqual([])
  })

  // Without this control the tests above would also pass if nothing ever raced.
  test("and the race is real: check-then-insert sells it several times", async () => {
    const { performanceId } = await mintPerformance(stores)
    const allHaveRead = barrier(20)
    const { won } = await race(20, async () => {
      const sold = await stores.db
        .selectFrom("booking")
        .where("performanceId", "=", performanceId)
        .select("id")
        .execute()
      await allHaveRead()
      if (sold.length > 0) return false
      const id = newBookingId()
      const holdId = HoldId.parse(Bun.randomUUIDv7())
      const booking = { id, userId: mintUserId(), performanceId, holdId, total: 0, currency: "KRW" }
      return inTransaction(stores.db, (trx) => insertBooking(trx, booking))
    })
    expect(won.filter(Boolean).length).toBeGreaterThan(1)
  })

  test("140 users book 140 seats in parallel, and the 141st is refused", async () => {
    const { performanceId, area } = await mintPerformance(stores, { capacity: 140 })
    const { won } = await race(140, async (place) => {
      const user = mintUserId()
      return confirm(user, await claimPlaces(stores, user, { performanceId, places: [place] }))
    })
    expect(won).toHaveLength(140)
    expect(await placesIn(performanceId)).toBe("b".repeat(140))
    expect(await driftOf(performanceId)).toEqual([])
    const late = claimPlaces(stores, mintUserId(), { performanceId, area, quantity: 1 })
    expect(await refusalOf(late)).toEqual({ code: "NOT_ENOUGH_PLACES", remaining: 0 })
  })
})

describe("a user never owns more than the limit", () => {
  for (const limitPerUser of [1, 4]) {
    test(`of ${limitPerUser}, in 50 parallel claims and confirms`, async () => {
      const { performanceId } = await mintPerformance(stores, { capacity: 60, limitPerUser })
      const user = mintUserId()
      await race(50, async (place) =>
        confirm(user, await claimPlaces(stores, user, { performanceId, places: [place] })),
      )
      // Claims replaced one another: what is left of the limit can still be booked, and no more.
      await forgiveLetGo(stores, performanceId)
      for (let place = 50; place < 55; place++) {
        await race(1, async () =>
          confirm(user, await claimPlaces(stores, user, { performanceId, places: [place] })),
        )
      }
      expect(await soldIn(performanceId)).toHaveLength(limitPerUser)
      expect(await driftOf(performanceId)).toEqual([])
    })

    test(`of ${limitPerUser}, when Redis forgets what they hold and have`, async () => {
      const { performanceId } = await mintPerformance(stores, { capacity: 60, limitPerUser })
      const user = mintUserId()
      await race(50, async (place) => {
        const hold = await claimPlaces(stores, user, { performanceId, places: [place] })
        if (place % 5 === 0) await stores.redis.flushall()
        return confirm(user, hold)
      })
      expect((await soldIn(performanceId)).length).toBeLessThanOrEqual(limitPerUser)
      expect(await driftOf(performanceId)).toEqual([])
    })
  }

  test("because MySQL counts, even when Redis believes there is nothing", async () => {
    const { performanceId } = await mintPerformance(stores, { limitPerUser: 1 })
    const user = mintUserId()
    await confirm(user, await claimPlaces(stores, user, { performanceId, places: [0] }))
    await stores.redis.del(keysOfPerformance(performanceId).users)
    const hold = await claimPlaces(stores, user, { performanceId, places: [1] })
    const refusal = await refusalOf(confirm(user, hold))
    expect(refusal).toEqual({ code: "LIMIT_REACHED", limit: 1, booked: 1 })
    expect(await placesIn(performanceId)).toBe("b.........")
  })

  // Without this control the tests above would also pass if nothing ever raced.
  test("and the race is real: count-then-insert goes over the limit", async () => {
    const { performanceId } = await mintPerformance(stores, { limitPerUser: 1 })
    const user = mintUserId()
    const allHaveRead = barrier(20)
    const { won } = await race(20, async () => {
      const mine = await listBookings(stores, user, { performanceId, limit: 20 })
      await allHaveRead()
      if (mine.bookings.length > 0) return false
      const id = newBookingId()
      const holdId = HoldId.parse(Bun.randomUUIDv7())
      const booking = { id, userId: user, performanceId, holdId, total: 0, currency: "KRW" }
      return inTransaction(stores.db, (trx) => insertBooking(trx, booking))
    })
    expect(won.filter(Boolean).length).toBeGreaterThan(1)
  })
})

describe("a confirm can be sent again", () => {
  test("twenty times at once, and after its answer was lost: one booking, one answer", async () => {
    const { performanceId } = await mintPerformance(stores)
    const user = mintUserId()
    const hold = await claimPlaces(stores, user, { performanceId, places: [2, 3] })
    const bookingId = newBookingId()
    const { won } = await race(20, () => confirm(user, hold, bookingId))
    const later = await confirm(user, hold, bookingId)
    expect(won).toHaveLength(20)
    expect(new Set([...won, later].map((booking) => JSON.stringify(booking))).size).toBe(1)
    expect(await soldIn(performanceId)).toHaveLength(2)
    expect(await driftOf(performanceId)).toEqual([])
  })

  // Without this control the test above would also pass if nothing was ever repeated.
  test("and the repetition is real: without the client's id each one is a booking of its own", async () => {
    const { performanceId } = await mintPerformance(stores)
    const userId = mintUserId()
    const holdId = HoldId.parse(Bun.randomUUIDv7())
    const { won } = await race(20, () => {
      const booking = {
        id: newBookingId(),
        userId,
        performanceId,
        holdId,
        total: 0,
        currency: "KRW",
      }
      return inTransaction(stores.db, (trx) => insertBooking(trx, booking))
    })
    expect(won.filter(Boolean)).toHaveLength(20)
  })

  test("also when Redis has forgotten the hold", async () => {
    const { performanceId } = await mintPerformance(stores)
    const user = mintUserId()
    const hold = await claimPlaces(stores, user, { performanceId, places: [2] })
    const booking = await confirm(user, hold)
    await stores.redis.flushall()
    expect(await confirm(user, hold, booking.bookingId)).toEqual(booking)
  })

  test("under twenty ids at once: still one booking", async () => {
    const { performanceId } = await mintPerformance(stores)
    const user = mintUserId()
    const hold = await claimPlaces(stores, user, { performanceId, places: [2, 3] })
    const { won } = await race(20, () => confirm(user, hold))
    expect(won).toHaveLength(1)
    expect(await driftOf(performanceId)).toEqual([])
  })

  test("but an id that belongs to another booking is refused, and nothing is sold", async () => {
    const { performanceId } = await mintPerformance(stores)
    const [owner, thief] = [mintUserId(), mintUserId()]
    const first = await claimPlaces(stores, owner, { performanceId, places: [0] })
    const { bookingId } = await confirm(owner, first)
    const second = await claimPlaces(stores, thief, { performanceId, places: [1] })
    const taken = await refusalOf(confirm(thief, second, bookingId))
    expect(taken).toEqual({ code: "BOOKING_ID_TAKEN" })
    const again = await claimPlaces(stores, owner, { performanceId, places: [2] })
    const reused = await refusalOf(confirm(owner, again, bookingId))
    expect(reused).toEqual({ code: "BOOKING_ID_TAKEN" })
    expect(await soldIn(performanceId)).toHaveLength(1)
    expect(await driftOf(performanceId)).toEqual([])
  })
})

describe("a hold that is being confirmed", () => {
  test("cannot be taken, given back, replaced or confirmed as something else", async () => {
    const { performanceId } = await mintPerformance(stores)
    const user = mintUserId()
    const hold = await claimPlaces(stores, user, { performanceId, places: [3] })
    const { holdId } = hold
    const bookingId = newBookingId()
    await beginConfirm(stores, { performanceId, holdId, bookingId, userId: user })
    await lapseHold(stores, performanceId, holdId)
    const rival = claimPlaces(stores, mintUserId(), { performanceId, places: [3] })
    expect(await refusalOf(rival)).toEqual({ code: "PLACES_TAKEN", places: [3] })
    const inProgress = [
      () => claimPlaces(stores, user, { performanceId, places: [4] }),
      () => releaseHold(stores, user, { performanceId, holdId }),
      () => confirm(user, hold),
    ]
    for (const call of inProgress) {
      expect((await refusalOf(call())).code).toBe("CONFIRM_IN_PROGRESS")
    }
    expect(await placesIn(performanceId)).toBe("...h......")
    expect((await confirm(user, hold, bookingId)).status).toBe("confirmed")
    expect(await driftOf(performanceId)).toEqual([])
  })

  test("is not mistaken for its booking, even under one id", async () => {
    const { performanceId } = await mintPerformance(stores)
    const user = mintUserId()
    const hold = await claimPlaces(stores, user, { performanceId, places: [3, 4] })
    await confirm(user, hold, BookingId.parse(hold.holdId))
    expect(await placesIn(performanceId)).toBe("...bb.....")
    expect(await driftOf(performanceId)).toEqual([])
  })
})

describe("a hold that is not there cannot be confirmed", () => {
  test("unknown, somebody else's, lapsed, released or replaced", async () => {
    const { performanceId } = await mintPerformance(stores)
    const user = mintUserId()
    const hold = await claimPlaces(stores, user, { performanceId, places: [0] })
    const unknown = { ...hold, holdId: HoldId.parse(Bun.randomUUIDv7()) }
    expect(await refusalOf(confirm(user, unknown))).toEqual({ code: "HOLD_EXPIRED" })
    expect(await refusalOf(confirm(mintUserId(), hold))).toEqual({ code: "HOLD_EXPIRED" })
    const second = await claimPlaces(stores, user, { performanceId, places: [1] })
    expect(await refusalOf(confirm(user, hold))).toEqual({ code: "HOLD_EXPIRED" })
    await lapseHold(stores, performanceId, second.holdId)
    expect(await refusalOf(confirm(user, second))).toEqual({ code: "HOLD_EXPIRED" })
    await putOffReturn(stores, performanceId)
    const third = await claimPlaces(stores, user, { performanceId, places: [2] })
    await releaseHold(stores, user, third)
    expect(await refusalOf(confirm(user, third))).toEqual({ code: "HOLD_EXPIRED" })
    expect(await soldIn(performanceId)).toHaveLength(0)
    // The one that lapsed opens after a while, and is found so by whoever came too late.
    expect(await placesIn(performanceId)).toBe(".h........")
    await letReturn(stores, performanceId)
    expect(await placesIn(performanceId)).toBe("..........")
  })

  test("nor when MySQL says that a place is sold: the map learns of it", async () => {
    const { performanceId } = await mintPerformance(stores)
    const [first, second] = [mintUserId(), mintUserId()]
    const booked = await confirm(
      first,
      await claimPlaces(stores, first, { performanceId, places: [4] }),
    )
    // Redis forgets one sale, and somebody takes the place in good faith.
    const keys = keysOfPerformance(performanceId)
    await stores.redis.setrange(keys.places, 4, ".")
    await stores.redis.hdel(keys.owner, "4")
    const hold = await claimPlaces(stores, second, { performanceId, places: [4, 5] })
    const refusal = await refusalOf(confirm(second, hold))
    expect(refusal).toEqual({ code: "PLACES_TAKEN", places: [4] })
    expect(await placesIn(performanceId)).toBe("....b.....")
    expect(await stores.redis.hget(keys.owner, "4")).toBe(booked.bookingId)
  })
})
