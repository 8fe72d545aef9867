import type { BookingPage, ListBookings } from "@podo/contract/booking"
import { cursorOf } from "@podo/contract/cursor"
import type { UserId } from "@podo/contract/ids"
import type { Stores } from "@podo/stores/stores"
import { listBookingRows } from "./bookings.queries.ts"
import { withPlaces } from "./read-bookings.ts"

/** A person's bookings, the newest first, cancelled ones too. */
export async function listBookings(
  { db }: Stores,
  userId: UserId,
  input: ListBookings,
): Promise<BookingPage> {
  const rows = await listBookingRows(db, { userId, ...input })
  const page = rows.slice(0, input.limit)
  const last = page.at(-1)
  return {
    bookings: await withPlaces(db, page),
    nextCursor:
      last && rows.length > page.length ? cursorOf([last.bookedAt.getTime(), last.id]) : null,
  }
}
