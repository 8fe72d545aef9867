import { describe, expect, test } from "bun:test"
import { BookingId, type PerformanceId, type UserId } from "@podo/contract/ids"
import { barrier, race, refusalOf } from "@podo/db/racing"
import { mintPerformance, mintUserId } from "@podo/db/testing"
import { openTestStores } from "@podo/stores/testing"
import { readAvailability } from "@podo/seating/read-availability"
import { forgetPlaces, letReturn, putOffReturn, returningIn } from "@podo/seating/testing"
import { cancelBooking } from "./cancel-booking.ts"
import { reconcileBooking } from "./reconcile-booking.ts"
import { book as mintBooking } from "./testing/testing.ts"
import { verifyPerformance } from "./verify-performance.ts"

const stores = await openTestStores()

const book = async (userId: UserId, performanceId: PerformanceId, places: number[]) =>
  mintBooking(stores, userId, { performanceId, places })

const placesIn = async (performanceId: PerformanceId) =>
  (await readAvailability(stores, { performanceId })).places

const driftOf = async (performanceId: PerformanceId) =>
  (await verifyPerformance(stores, performanceId)).drift

describe("a booking is cancelled once", () => {
  test("however often it is asked for at the same moment, and its place can be booked again after a while", async () => {
    const { performanceId } = await mintPerformance(stores, { limitPerUser: 1 })
    const user = mintUserId()
    const { bookingId } = await book(user, performanceId, [3])
    const { won, refused } = await race(20, () => cancelBooking(stores, user, { bookingId }))
    expect(won.map(({ status }) => status)).toEqual(["cancelled"])
    expect(refused).toEqual({ ALREADY_CANCELLED: 19 })
    expect(await placesIn(performanceId)).toBe("...h......")
    expect(await driftOf(performanceId)).toEqual([])
    await letReturn(stores, performanceId)
    expect(await placesIn(performanceId)).toBe("..........")
    expect(await driftOf(performanceId)).toEqual([])
    await book(user, performanceId, [3])
    expect(await driftOf(performanceId)).toEqual([])
  })

  // Without this control the test above would also pass if nothing ever raced.
  test("and the race is real: read-then-write cancels it several times", async () => {
    const { performanceId } = await mintPerformance(stores)
    const { bookingId } = await book(mintUserId(), performanceId, [3])
    const allHaveRead = barrier(20)
    const { won } = await race(20, async () => {
      const found = await stores.db
        .selectFrom("booking")
        .where("id", "=", bookingId)
        .select("status")
        .executeTakeFirstOrThrow()
      await allHaveRead()
      if (found.status === "cancelled") return false
      await stores.db
        .updateTable("booking")
        .where("id", "=", bookingId)
        .set({ status: "cancelled", cancelledAt: new Date() })
        .execute()
      return true
    })
    expect(won.filter(Boolean).length).toBeGreaterThan(1)
  })

  test("only by its owner, and one that is unknown is not found", async () => {
    const { performanceId } = await mintPerformance(stores)
    const { bookingId } = await book(mintUserId(), performanceId, [3])
    const notFound = { code: "NOT_FOUND", what: "booking" } as const
    const foreign = cancelBooking(stores, mintUserId(), { bookingId })
    expect(await refusalOf(foreign)).toEqual(notFound)
    const unknown = BookingId.parse(Bun.randomUUIDv7())
    const missing = cancelBooking(stores, mintUserId(), { bookingId: unknown })
    expect(await refusalOf(missing)).toEqual(notFound)
    expect(await placesIn(performanceId)).toBe("...b......")
  })

  test("and says so in the outbox, should the process die before Redis knows", async () => {
    const { performanceId } = await mintPerformance(stores)
    const user = mintUserId()
    const { bookingId } = await book(user, performanceId, [3])
    await cancelBooking(stores, user, { bookingId })
    const rows = await stores.db
      .selectFrom("outbox")
      .where("subject", "=", bookingId)
      .select("kind")
      .orderBy("id")
      .execute()
    expect(rows.map(({ kind }) => kind)).toEqual(["booking-confirmed", "booking-cancelled"])
  })

  test("not after its time", async () => {
    const { performanceId } = await mintPerformance(stores, { cancelClosesInMs: -1 })
    const user = mintUserId()
    const { bookingId } = await book(user, performanceId, [3])
    const late = cancelBooking(stores, user, { bookingId })
    expect(await refusalOf(late)).toEqual({ code: "CANCEL_CLOSED" })
    expect(await driftOf(performanceId)).toEqual([])
  })

  test("also when Redis has forgotten the performance", async () => {
    const { performanceId } = await mintPerformance(stores)
    const user = mintUserId()
    const { bookingId } = await book(user, performanceId, [3, 4])
    await forgetPlaces(stores, performanceId)
    await cancelBooking(stores, user, { bookingId })
    expect(await placesIn(performanceId)).toBe("..........")
    expect(await driftOf(performanceId)).toEqual([])
  })

  test("while others want what it gives back: they cannot know the moment, and nobody shares a place", async () => {
    const { performanceId } = await mintPerformance(stores)
    const [owner, friend] = [mintUserId(), mintUserId()]
    const { bookingId } = await book(owner, performanceId, [3])
    // A friend who is told when to come has no better chance than anybody else.
    const [, early] = await Promise.all([
      cancelBooking(stores, owner, { bookingId }),
      race(50, (runner) => book(runner % 2 ? friend : mintUserId(), performanceId, [3])),
    ])
    expect(early.won).toEqual([])
    expect(await driftOf(performanceId)).toEqual([])
    await letReturn(stores, performanceId)
    const { won } = await race(50, () => book(mintUserId(), performanceId, [3]))
    expect(won).toHaveLength(1)
    expect(await driftOf(performanceId)).toEqual([])
  })

  test("and saying so again does not delay what is returning already", async () => {
    const { performanceId } = await mintPerformance(stores)
    const owner = mintUserId()
    const { bookingId } = await book(owner, performanceId, [3, 4])
    await cancelBooking(stores, owner, { bookingId })
    const moments = () => returningIn(stores, performanceId)
    await putOffReturn(stores, performanceId)
    const before = await moments()
    expect([...before.keys()]).toEqual([3, 4])
    for (let again = 0; again < 3; again++) await reconcileBooking(stores, bookingId)
    expect(await moments()).toEqual(before)
    expect(await driftOf(performanceId)).toEqual([])
  })

  test("and a late repetition does not open what was sold again", async () => {
    const { performanceId } = await mintPerformance(stores)
    const owner = mintUserId()
    const { bookingId } = await book(owner, performanceId, [3])
    await cancelBooking(stores, owner, { bookingId })
    await letReturn(stores, performanceId)
    await book(mintUserId(), performanceId, [3])
    await reconcileBooking(stores, bookingId)
    expect(await placesIn(performanceId)).toBe("...b......")
    expect(await driftOf(performanceId)).toEqual([])
  })
})
