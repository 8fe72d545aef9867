import type { BookingId, PerformanceId } from "@podo/contract/ids"
import type { Database, Transaction } from "@podo/db/connect"
import type { Stores } from "@podo/stores/stores"
import { inTransaction } from "@podo/db/transaction"
import { whenLoaded } from "@podo/seating/load-places"
import { reopenAll } from "@podo/seating/reopen-places"
import { bookAll } from "@podo/seating/settle-confirm"
import { listPerformancesOf, listPlacesOfAll, lockBookings } from "./bookings.queries.ts"

/** As followBookings, for one. False when there is no such booking. */
export async function reconcileBooking(stores: Stores, bookingId: BookingId): Promise<boolean> {
  // A booking that is being written at this moment cannot be seen yet, but its lock can be waited for.
  const find = (db: Database) => listPerformancesOf(db, [bookingId])
  const [seen] = await find(stores.db)
  const found = seen ?? (await inTransaction(stores.db, (trx) => lockBookings(trx, [bookingId])))[0]
  if (found) await reconcileBookingsOf(stores, found.performanceId, [bookingId])
  return found !== undefined
}

/**
 * Makes Redis say of the places of bookings what MySQL says: booked, or open again. The bookings' rows are locked
 * meanwhile, so nobody cancels one between the look and the act. Harmless to repeat.
 */
export async function reconcileBookingsOf(
  stores: Stores,
  performanceId: PerformanceId,
  bookingIds: BookingId[],
): Promise<void> {
  await whenLoaded(stores, performanceId, () =>
    inTransaction(stores.db, async (trx) => {
      const bookings = await lockWithPlaces(trx, bookingIds)
      const { confirmed = [], cancelled = [] } = Object.groupBy(bookings, ({ status }) => status)
      const booked = await bookAll(stores, performanceId, confirmed)
      return booked.code === "NOT_LOADED" ? booked : reopenAll(stores, performanceId, cancelled)
    }),
  )
}

async function lockWithPlaces(trx: Transaction, bookingIds: BookingId[]) {
  const bookings = await lockBookings(trx, bookingIds)
  const places = Map.groupBy(await listPlacesOfAll(trx, bookingIds), ({ bookingId }) => bookingId)
  return bookings.map(({ id, holdId, userId, status }) => ({
    bookingId: id,
    holdId,
    userId,
    status,
    places: (places.get(id) ?? []).map(({ place }) => place),
  }))
}
