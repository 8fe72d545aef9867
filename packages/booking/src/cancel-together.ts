import type { BookingId, UserId } from "@podo/contract/ids"
import { inBatchTransaction } from "@podo/db/batch-pool"
import type { Pool } from "@podo/db/pool"
import {
  type BookingToCancel,
  cancelLocked,
  type LockedBooking,
  type LockedPlace,
  lockWithPlaces,
} from "./cancel-together.queries.ts"

/** The one who asks: the booking's owner, while there is time, or the house, always. */
export type CancelAsked = { bookingId: BookingId; by: UserId | "house" }

export type Cancelled =
  | { code: "CANCELLED"; booking: BookingToCancel }
  | { code: "NOT_FOUND" }
  | { code: "ALREADY_CANCELLED" }
  | { code: "CANCEL_CLOSED" }

/** One transaction: cancels those bookings that may be cancelled, and tells of each what became of it. */
export async function cancelTogether(pool: Pool, asked: CancelAsked[]): Promise<Cancelled[]> {
  // The same booking may be asked for twice at once: it is cancelled once.
  const ids = [...new Set(asked.map(({ bookingId }) => bookingId))]
  return inBatchTransaction(pool, async ({ send, commit }) => {
    const [, , rows, places] = await send(lockWithPlaces(ids))
    const known = bookingsIn(rows as LockedBooking[], places as LockedPlace[])
    const cancelled = asked.map((one) => judge(known, one))
    const bookings = cancelled.flatMap((one) => (one.code === "CANCELLED" ? one.booking : []))
    if (bookings.length > 0) await commit(cancelLocked(bookings))
    return cancelled
  })
}

function bookingsIn(rows: LockedBooking[], places: LockedPlace[]) {
  const placesOf = Map.groupBy(places, ({ bookingId }) => bookingId)
  return new Map(rows.map((row) => [row.id, { ...row, places: placesOf.get(row.id) ?? [] }]))
}

function judge(known: Map<BookingId, BookingToCancel>, { bookingId, by }: CancelAsked): Cancelled {
  const booking = known.get(bookingId)
  if (!booking || (by !== "house" && booking.userId !== by)) return { code: "NOT_FOUND" }
  if (booking.status === "cancelled") return { code: "ALREADY_CANCELLED" }
  if (by !== "house" && booking.isClosed) return { code: "CANCEL_CLOSED" }
  known.set(bookingId, { ...booking, status: "cancelled" })
  return { code: "CANCELLED", booking }
}
