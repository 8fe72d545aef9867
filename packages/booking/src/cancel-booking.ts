import { knownTerms } from "@podo/catalog/known-terms"
import type { Booking } from "@podo/contract/booking"
import type { BookingId, PerformanceId, UserId } from "@podo/contract/ids"
import { Refused } from "@podo/contract/refusal"
import type { Pool } from "@podo/db/pool"
import { batchWriter } from "@podo/stores/batch-writer"
import type { Stores } from "@podo/stores/stores"
import { tellPeople } from "@podo/redis/person-news"
import { whenLoaded } from "@podo/seating/load-places"
import { reopenPlaces } from "@podo/seating/reopen-places"
import { prepareAnswer } from "./answer-booking.ts"
import { type CancelAsked, type Cancelled, cancelTogether } from "./cancel-together.ts"
import { listPerformancesOf } from "./bookings.queries.ts"

const BOOKINGS_PER_BATCH = 64

const cancellers = new WeakMap<Pool, (asked: Asked) => Promise<Cancelled>>()

type Asked = CancelAsked & { performanceId: PerformanceId }

/**
 * Gives the places of a booking back to the sale.
 * Refuses with NOT_FOUND (also for somebody else's), ALREADY_CANCELLED or CANCEL_CLOSED.
 */
export async function cancelBooking(
  stores: Stores,
  userId: UserId,
  { bookingId }: { bookingId: BookingId },
): Promise<Booking> {
  const [found] = await listPerformancesOf(stores.db, [bookingId])
  if (!found) throw new Refused({ code: "NOT_FOUND", what: "booking" })
  const { performanceId } = found
  const cancelled = await cancellerOf(stores)({ performanceId, bookingId, by: userId })
  switch (cancelled.code) {
    case "NOT_FOUND":
      throw new Refused({ code: cancelled.code, what: "booking" })
    case "ALREADY_CANCELLED":
    case "CANCEL_CLOSED":
      throw new Refused({ code: cancelled.code })
    case "CANCELLED":
  }
  // The cancellation stands whatever happens here: the outbox opens the places when Redis is back.
  const { booking } = cancelled
  const places = booking.places.map(({ place }) => place)
  await whenLoaded(stores, performanceId, () =>
    reopenPlaces(stores, { ...booking, bookingId }, places),
  )
    .then(() => tellPeople(stores.redis, [userId], { news: "bookings-changed" }))
    .catch((error: unknown) => stores.onDefect(error, "reopening the places of a booking"))
  const terms = await knownTerms(stores.db, performanceId)
  const answer = await prepareAnswer(stores, terms, booking)
  return answer({ status: "cancelled", bookedAt: booking.bookedAt, cancelledAt: booking.now })
}

function cancellerOf({ batches }: Stores) {
  const canceller =
    cancellers.get(batches) ??
    batchWriter<Asked, Cancelled>({
      write: (asked) => cancelTogether(batches, asked),
      itemsMax: BOOKINGS_PER_BATCH,
      laneOf: ({ performanceId }) => performanceId,
    })
  cancellers.set(batches, canceller)
  return canceller
}
