import type { Organizer } from "../own-event.ts"
import { ownPerformance } from "../own-performance.ts"
import { cursorOf } from "@podo/contract/cursor"
import type { DeskBookingPage, ListDeskBookings } from "@podo/contract/desk-sale"
import type { Stores } from "@podo/stores/stores"
import { listBookedPlaces } from "@podo/booking/bookings.queries"
import { type DeskBookingRow, listDeskBookingRows } from "./desk-bookings.queries.ts"
import { bookedPlaceOf } from "@podo/booking/read-bookings"

/** The people who have booked a performance, cancelled bookings too. Refuses with NOT_FOUND or NOT_ALLOWED. */
export async function listDeskBookings(
  { db }: Stores,
  organizer: Organizer,
  input: ListDeskBookings,
): Promise<DeskBookingPage> {
  await ownPerformance(db, organizer, input.performanceId)
  const rows = await listDeskBookingRows(db, input)
  const page = rows.slice(0, input.limit)
  const booked = await listBookedPlaces(
    db,
    page.map(({ id }) => id),
  )
  const placesOf = Map.groupBy(booked, ({ bookingId }) => bookingId)
  return {
    bookings: page.map((row) => ({
      bookingId: row.id,
      status: row.status,
      name: row.name,
      email: row.email,
      places: (placesOf.get(row.id) ?? []).map(bookedPlaceOf),
      total: row.total,
      bookedAt: row.bookedAt.toISOString(),
      cancelledAt: row.cancelledAt?.toISOString() ?? null,
    })),
    nextCursor: nextCursorOf(rows, page),
  }
}

/** Where the list goes on after this page, if there are more rows than are on it. */
export function nextCursorOf(rows: DeskBookingRow[], page: DeskBookingRow[]): string | null {
  const last = page.at(-1)
  return last && rows.length > page.length ? cursorOf([last.bookedAt.getTime(), last.id]) : null
}
