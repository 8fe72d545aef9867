import { posterUrlOf } from "@podo/catalog/posters.queries"
import type { BookedPlace, Booking } from "@podo/contract/booking"
import type { BookingId } from "@podo/contract/ids"
import type { Database } from "@podo/db/connect"
import { type BookingRow, findBookingRow, listBookedPlaces } from "./bookings.queries.ts"

export async function readBooking(db: Database, bookingId: BookingId): Promise<Booking> {
  const row = await findBookingRow(db, bookingId)
  const places = await listBookedPlaces(db, [bookingId])
  return bookingOf(row, places)
}

/** Fills in the places of several bookings with one query. */
export async function withPlaces(db: Database, rows: BookingRow[]): Promise<Booking[]> {
  const places = await listBookedPlaces(
    db,
    rows.map(({ id }) => id),
  )
  const byBooking = Map.groupBy(places, ({ bookingId }) => bookingId)
  return rows.map((row) => bookingOf(row, byBooking.get(row.id) ?? []))
}

type PlaceRow = Awaited<ReturnType<typeof listBookedPlaces>>[number]

/** A booking as its owner is told of it. */
export const bookingOf = (row: BookingRow, places: PlaceRow[]): Booking => ({
  bookingId: row.id,
  status: row.status,
  performanceId: row.performanceId,
  eventId: row.eventId,
  title: row.title,
  englishTitle: row.englishTitle,
  posterUrl: posterUrlOf(row.eventId, row),
  venueName: row.venueName,
  venueEnglishName: row.venueEnglishName,
  timeZone: row.timeZone,
  startsAt: row.startsAt.toISOString(),
  cancelUntil: row.cancelUntil.toISOString(),
  performanceCancelled: isOffWith(row),
  places: places.map(bookedPlaceOf),
  total: row.total,
  currency: row.currency,
  bookedAt: row.bookedAt.toISOString(),
  cancelledAt: row.cancelledAt?.toISOString() ?? null,
})

/** A booking that its owner cancelled before the organizer did has no part in it. */
const isOffWith = ({ performanceCancelledAt, cancelledAt }: BookingRow) =>
  performanceCancelledAt !== null && (cancelledAt === null || cancelledAt >= performanceCancelledAt)

/** A booked place as people find it. */
export function bookedPlaceOf(row: PlaceRow): BookedPlace {
  const { place, area, areaName, areaEnglishName, price, rowName, seatNumber, firstPlace } = row
  const facts = { place, area, areaName, areaEnglishName, price }
  if (rowName !== null && seatNumber !== null) {
    return { ...facts, row: rowName, number: seatNumber, label: `${rowName}-${seatNumber}` }
  }
  const number = place - firstPlace + 1
  return { ...facts, row: null, number, label: String(number) }
}
