import { describe, expect, test } from "bun:test"
import { BookingId, type UserId } from "@podo/contract/ids"
import type { Hold } from "@podo/contract/seating"
import { mintPerformance, mintUserId, openTestStores, race } from "@podo/db/testing"
import { claimPlaces } from "@podo/seating/claim-places"
import { confirmBooking } from "./confirm-booking.ts"
import { verifyPerformance } from "./verify-performance.ts"

const stores = await openTestStores()
const newBookingId = () => BookingId.parse(Bun.randomUUIDv7())

const confirm = (userId: UserId, { holdId, performanceId }: Hold, bookingId = newBookingId()) =>
  confirmBooking(stores, userId, { bookingId, performanceId, holdId })

describe("a place has at most one owner", () => {
  test("however many users claim it at once", async () => {
    const { performanceId } = await mintPerformance(stores)
    const { won, refused } = await race(500, () =>
      claimPlaces(stores, mintUserId(), { performanceId, places: [3] }),
    )
    expect(won).toHaveLength(1)
    expect(refused).toEqual({ PLACES_TAKEN: 499 })
    expect((await verifyPerformance(stores, performanceId)).drift).toEqual([])
  })
  test("once", async () => {
    const { performanceId } = await mintPerformance(stores)
    const u = mintUserId()
    const hold = await claimPlaces(stores, u, { performanceId, places: [3] })
    const booking = await confirm(u, hold)
    expect(booking.status).toBe("confirmed")
    expect((await verifyPerformance(stores, performanceId)).drift).toEqual([])
  })
})
