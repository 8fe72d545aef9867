import { describe, expect, test } from "bun:test"
import { BookingId, type PerformanceId, type UserId } from "@podo/contract/ids"
import { mintPerformance, mintUserId, openTestStores, until } from "@podo/db/testing"
import { beginConfirm } from "@podo/seating/begin-confirm"
import { claimPlaces } from "@podo/seating/claim-places"
import { readAvailability } from "@podo/seating/read-availability"
import { settleConfirm } from "@podo/seating/settle-confirm"
import { forgetPlaces, lapseConfirm } from "@podo/seating/testing"
import { cancelBooking } from "./cancel-booking.ts"
import { confirmBooking } from "./confirm-booking.ts"
import { relayOutbox } from "./relay-outbox.ts"
import { repairPerformance } from "./repair-performance.ts"
import { sweepPerformance } from "./sweep.ts"
import { verifyPerformance } from "./verify-performance.ts"
import { writeBooking } from "./write-booking.ts"

const stores = await openTestStores()

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
