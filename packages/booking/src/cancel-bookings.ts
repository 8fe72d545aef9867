import type { BookingId, PerformanceId } from "@podo/contract/ids"
import type { Stores } from "@podo/stores/stores"
import { againWhenLocked } from "@podo/db/transaction"
import { reopenAll } from "@podo/seating/reopen-places"
import { listSomeConfirmed } from "./bookings.queries.ts"
import { cancelTogether } from "./cancel-together.ts"
import type { BookingToCancel } from "./cancel-together.queries.ts"

/** Fewer than one turn of the relay follows, so that a large house delays nobody else's bookings. */
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
  const asked = bookingIds.map((bookingId) => ({ bookingId, by: "house" as const }))
  const cancelled = await againWhenLocked(() => cancelTogether(stores.batches, asked))
  const reopening = cancelled.flatMap((one) => (one.code === "CANCELLED" ? [reopeningOf(one)] : []))
  // A booking that is cancelled stays so: no lock is needed to say it. The outbox says it again.
  await reopenAll(stores, performanceId, reopening).catch((error: unknown) =>
    stores.onDefect(error, "reopening the places of a cancelled performance"),
  )
}

const reopeningOf = ({ booking }: { booking: BookingToCancel }) => ({
  ...booking,
  bookingId: booking.id,
  places: booking.places.map(({ place }) => place),
})
