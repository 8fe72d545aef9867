import type { BookingId } from "@podo/contract/ids"
import type { Stores } from "@podo/db/stores"
import { inTransaction } from "@podo/db/transaction"
import { whenLoaded } from "@podo/seating/load-places"
import { reopenPlaces } from "@podo/seating/reopen-places"
import { bookPlaces } from "@podo/seating/settle-confirm"
import { findBooking, listPlacesOf, lockBooking } from "./bookings.queries.ts"

/**
 * Makes Redis say of a booking's places what MySQL says: booked, or open again. The booking's row is
 * locked meanwhile, so nobody cancels it between the look and the act. Harmless to repeat.
 * False when there is no such booking.
 */
export async function followBooking(stores: Stores, bookingId: BookingId): Promise<boolean> {
  const known = await findBooking(stores.db, bookingId)
  // A booking that is being written at this moment cannot be seen yet, but its lock can be waited for.
  const found = known ?? (await inTransaction(stores.db, (trx) => lockBooking(trx, bookingId)))
  if (!found) return false
  const { performanceId, holdId, userId } = found
  const confirming = { performanceId, holdId, bookingId, userId }
  await whenLoaded(stores, performanceId, () =>
    inTransaction(stores.db, async (trx) => {
      const booking = await lockBooking(trx, bookingId)
      const places = await listPlacesOf(trx, bookingId)
      return booking?.status === "confirmed"
        ? bookPlaces(stores, confirming, places)
        : reopenPlaces(stores, confirming, places)
    }),
  )
  return true
}
