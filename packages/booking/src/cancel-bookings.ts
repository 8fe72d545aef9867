import type { BookingId, PerformanceId } from "@podo/contract/ids"
import { insertOutbox } from "@podo/db/outbox.queries"
import type { Stores } from "@podo/db/stores"
import { inTransaction } from "@podo/db/transaction"
import { reopenPlaces } from "@podo/seating/reopen-places"
import {
  type ConfirmedBooking,
  deleteSoldPlacesOfAll,
  listPlacesOfAll,
  listSomeConfirmed,
  lockConfirmed,
  lowerQuotas,
  setAllCancelled,
} from "./cancelled-performance.queries.ts"

/** As many as one turn of the relay follows afterwards, so that a large house delays nobody else's bookings. */
const BOOKINGS_PER_BATCH = 100

/**
 * Cancels some of the bookings of a performance that does not take place. Harmless to repeat, also at the same
 * moment. True when none is left.
 */
export async function cancelBookingsOf(
  stores: Stores,
  performanceId: PerformanceId,
): Promise<boolean> {
  const some = await listSomeConfirmed(stores.db, performanceId, BOOKINGS_PER_BATCH)
  await cancelBookings(stores, performanceId, some)
  return some.length < BOOKINGS_PER_BATCH
}

/** Cancels those of a performance's bookings that are not cancelled yet, all of them or none. */
export async function cancelBookings(
  stores: Stores,
  performanceId: PerformanceId,
  bookingIds: BookingId[],
): Promise<void> {
  if (bookingIds.length === 0) return
  const cancelled = await inTransaction(stores.db, async (trx) => {
    const bookings = await lockConfirmed(trx, bookingIds)
    if (bookings.length === 0) return []
    const ids = bookings.map(({ id }) => id)
    const rows = await listPlacesOfAll(trx, ids)
    const placesOf = Map.groupBy(rows, ({ bookingId }) => bookingId)
    const booked = bookings.map((booking) => ({
      ...booking,
      places: (placesOf.get(booking.id) ?? []).map(({ place }) => place),
    }))
    await setAllCancelled(trx, ids)
    const places = rows.map(({ place }) => place)
    await deleteSoldPlacesOfAll(trx, performanceId, { bookingIds: ids, places })
    for (const [cancelledPlaces, userIds] of usersByPlaces(booked)) {
      await lowerQuotas(trx, performanceId, { userIds, cancelled: cancelledPlaces })
    }
    await insertOutbox(trx, "booking-cancelled", ...ids)
    return booked
  })
  // A booking that is cancelled stays so: no lock is needed to say it. The outbox says it again.
  const reopened = cancelled.map(({ id, userId, holdId, places }) =>
    reopenPlaces(stores, { performanceId, bookingId: id, userId, holdId }, places),
  )
  await Promise.all(reopened).catch((error: unknown) =>
    stores.onDefect(error, "reopening the places of a cancelled performance"),
  )
}

type Cancelled = ConfirmedBooking & { places: number[] }

/** Users by the number of places that they lose. */
function usersByPlaces(bookings: Cancelled[]) {
  const placesOf = new Map<ConfirmedBooking["userId"], number>()
  for (const { userId, places } of bookings) {
    placesOf.set(userId, (placesOf.get(userId) ?? 0) + places.length)
  }
  const byPlaces = Map.groupBy([...placesOf], ([, places]) => places)
  return [...byPlaces].map(
    ([places, users]) => [places, users.map(([userId]) => userId).toSorted()] as const,
  )
}
