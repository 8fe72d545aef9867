import type { Area, BookingId, Place, UserId } from "@podo/contract/ids"
import type { Statement } from "@podo/db/batch-pool"
import { outboxRows } from "@podo/db/outbox.queries"
import type { BookingTable } from "@podo/db/schema"

/** A booking as it was when its row was locked, and whether the time to cancel is over by MySQL's clock. */
export type LockedBooking = Omit<BookingTable, "cancelledAt"> & {
  isClosed: number
  /** When it is cancelled, if it is cancelled in this transaction. */
  now: Date
}

export type LockedPlace = { bookingId: BookingId; place: Place; area: Area; price: number }

/** Waits for whoever is writing or cancelling one of them at this moment. All lock in one order. */
export function lockWithPlaces(bookingIds: BookingId[]): Statement[] {
  return [
    { sql: "SET @cancelled_at = NOW(3)", values: [] },
    { sql: "SELECT id FROM booking WHERE id IN (?) ORDER BY id FOR UPDATE", values: [bookingIds] },
    {
      sql: `SELECT booking.id, user_id AS userId, performance_id AS performanceId, hold_id AS holdId,
              status, total, currency, booked_at AS bookedAt,
              cancel_until <= @cancelled_at AS isClosed, CAST(@cancelled_at AS DATETIME(3)) AS now
            FROM booking INNER JOIN performance ON performance.id = booking.performance_id
            WHERE booking.id IN (?)`,
      values: [bookingIds],
    },
    {
      sql: `SELECT booking_id AS bookingId, place, area, price FROM booking_place
            WHERE booking_id IN (?) ORDER BY place`,
      values: [bookingIds],
    },
  ]
}

export type BookingToCancel = LockedBooking & { places: LockedPlace[] }

/** Gives the places of bookings, whose rows are locked, back to the sale. */
export function cancelLocked(bookings: BookingToCancel[]): Statement[] {
  const ids = bookings.map(({ id }) => id)
  const byPerformance = Map.groupBy(bookings, ({ performanceId }) => performanceId)
  return [
    {
      sql: "UPDATE booking SET status = 'cancelled', cancelled_at = @cancelled_at WHERE id IN (?)",
      values: [ids],
    },
    ...[...byPerformance].flatMap(([performanceId, some]) => [
      {
        sql: "DELETE FROM sold_place WHERE performance_id = ? AND place IN (?) AND booking_id IN (?)",
        values: [
          performanceId,
          some.flatMap(({ places }) => places.map(({ place }) => place)),
          some.map(({ id }) => id),
        ],
      },
      ...usersByPlaces(some).map(([places, userIds]) => ({
        sql: "UPDATE user_quota SET booked = booked - ? WHERE performance_id = ? AND user_id IN (?)",
        values: [places, performanceId, userIds],
      })),
    ]),
    outboxRows("booking-cancelled", ids.toSorted()),
  ]
}

/** Users by the number of places that they lose. */
function usersByPlaces(bookings: BookingToCancel[]): [places: number, userIds: UserId[]][] {
  const placesOf = new Map<UserId, number>()
  for (const { userId, places } of bookings) {
    placesOf.set(userId, (placesOf.get(userId) ?? 0) + places.length)
  }
  const byPlaces = Map.groupBy([...placesOf], ([, places]) => places)
  return [...byPlaces].map(([places, users]) => [places, users.map(([userId]) => userId)])
}
