import type { Booking } from "@podo/contract/booking"
import type { BookingId, UserId } from "@podo/contract/ids"
import { Refused } from "@podo/contract/refusal"
import type { Stores } from "@podo/db/stores"
import { inTransaction } from "@podo/db/transaction"
import {
  deleteSoldPlaces,
  isCancelClosed,
  listPlacesOf,
  lockBooking,
  lowerQuota,
  setCancelled,
} from "./bookings.queries.ts"
import { tellPerson } from "@podo/redis/person-news"
import { followBooking } from "./follow-booking.ts"
import { insertOutbox } from "@podo/db/outbox.queries"
import { readBooking } from "./read-bookings.ts"

/**
 * Gives the places of a booking back to the sale.
 * Refuses with NOT_FOUND (also for somebody else's), ALREADY_CANCELLED or CANCEL_CLOSED.
 */
export async function cancelBooking(
  stores: Stores,
  userId: UserId,
  { bookingId }: { bookingId: BookingId },
): Promise<Booking> {
  await inTransaction(stores.db, async (trx) => {
    const booking = await lockBooking(trx, bookingId)
    if (booking?.userId !== userId) throw new Refused({ code: "NOT_FOUND", what: "booking" })
    if (booking.status === "cancelled") throw new Refused({ code: "ALREADY_CANCELLED" })
    if (await isCancelClosed(trx, booking.performanceId)) {
      throw new Refused({ code: "CANCEL_CLOSED" })
    }
    const places = await listPlacesOf(trx, bookingId)
    await setCancelled(trx, bookingId)
    await deleteSoldPlaces(trx, booking, places)
    await lowerQuota(trx, booking, places.length)
    await insertOutbox(trx, "booking-cancelled", bookingId)
  })
  // The cancellation stands whatever happens here: the outbox opens the places when Redis is back.
  await followBooking(stores, bookingId)
    .then(() => tellPerson(stores.redis, userId, { news: "bookings-changed" }))
    .catch((error: unknown) => stores.onDefect(error, "reopening the places of a booking"))
  return readBooking(stores.db, bookingId)
}
