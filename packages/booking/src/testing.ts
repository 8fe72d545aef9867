import { BookingId, type PerformanceId, type UserId } from "@podo/contract/ids"
import type { Stores } from "@podo/db/stores"
import { beginConfirm } from "@podo/seating/begin-confirm"
import { claimPlaces } from "@podo/seating/claim-places"
import { lapseConfirm } from "@podo/seating/testing"
import { confirmBooking } from "./confirm-booking.ts"
import { writeBooking } from "./write-booking.ts"

/** All the way from the map to a booking. */
export async function book(
  stores: Stores,
  userId: UserId,
  { performanceId, places }: { performanceId: PerformanceId; places: number[] },
) {
  const { holdId } = await claimPlaces(stores, userId, { performanceId, places })
  const bookingId = BookingId.parse(Bun.randomUUIDv7())
  return confirmBooking(stores, userId, { bookingId, performanceId, holdId })
}

/** The steps of a confirmation up to the moment at which its process dies. */
export async function dieConfirming(
  stores: Stores,
  userId: UserId,
  performanceId: PerformanceId,
  committed: boolean,
) {
  const { holdId } = await claimPlaces(stores, userId, { performanceId, places: [3, 4] })
  const bookingId = BookingId.parse(Bun.randomUUIDv7())
  const confirming = { performanceId, holdId, bookingId, userId }
  const places = await beginConfirm(stores, confirming)
  if (committed && places) await writeBooking(stores, confirming, places)
  await lapseConfirm(stores, performanceId, holdId)
  return confirming
}
