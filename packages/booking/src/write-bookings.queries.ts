import type { BookingId, PerformanceId } from "@podo/contract/ids"
import { expression, insertRows, type Statement } from "@podo/db/batch-pool"
import { outboxRows } from "@podo/db/outbox.queries"
import type { NewBooking, PricedPlace } from "./bookings.queries.ts"

/** The rows of one booking: by these terms of its sale, and no others. */
export type BookingToWrite = NewBooking & {
  places: PricedPlace[]
  version: number
}

/** A sale as MySQL has it now. */
export type SaleSeen = { version: number; isCancelled: number }

export const readSale = (performanceId: PerformanceId): Statement => ({
  sql: "SELECT version, cancelled_at IS NOT NULL AS isCancelled FROM performance WHERE id = ?",
  values: [performanceId],
})

const BOOKED_AT = expression("@booked_at")
const LIMIT_PER_USER = expression("@limit_per_user")

/**
 * Writes bookings of one version of one sale, with all that belongs to them. All of them come in one order everywhere,
 * or InnoDB deadlocks rivals who picked the same places. A place that is sold, a user over their limit or an id that is
 * taken fails them all, and so does a sale that has other terms by now or is cancelled: it has no limit for them, and
 * without one nobody is counted. The last statement answers with the moment at which they are booked.
 */
export function insertBookings(bookings: BookingToWrite[]): Statement[] {
  const [{ performanceId, version } = { performanceId: "", version: 0 }] = bookings
  const inOrder = bookings.toSorted((one, other) => compare(one.id, other.id))
  const places = inOrder.flatMap(placesOf).toSorted(byPlace)
  const quotas = inOrder.toSorted((one, other) => compare(one.userId, other.userId))
  return [
    { sql: "SET @booked_at = NOW(3)", values: [] },
    {
      sql: `SET @limit_per_user = (SELECT limit_per_user FROM performance
              WHERE id = ? AND version = ? AND cancelled_at IS NULL)`,
      values: [performanceId, version],
    },
    insertRows("booking", inOrder.map(bookingRow)),
    insertRows(
      "soldPlace",
      places.map(({ place, bookingId }) => ({ performanceId, place, bookingId })),
    ),
    insertRows(
      "bookingPlace",
      places.map(({ bookingId, place, area, price }) => ({ bookingId, place, area, price })),
    ),
    insertRows(
      "userQuota",
      quotas.map(({ userId, places: { length: booked } }) => ({
        performanceId,
        userId,
        booked,
        limitPerUser: LIMIT_PER_USER,
      })),
      "ON DUPLICATE KEY UPDATE booked = booked + VALUES(booked), limit_per_user = VALUES(limit_per_user)",
    ),
    outboxRows(
      "booking-confirmed",
      inOrder.map(({ id }) => id),
    ),
    { sql: "SELECT CAST(@booked_at AS DATETIME(3)) AS bookedAt", values: [] },
  ]
}

export const lockBookingOf = (bookingId: BookingId): Statement => ({
  sql: "SELECT id FROM booking WHERE id = ? FOR UPDATE",
  values: [bookingId],
})

const bookingRow = ({ id, userId, performanceId, holdId, total, currency }: NewBooking) => ({
  id,
  userId,
  performanceId,
  holdId,
  total,
  currency,
  status: "confirmed",
  bookedAt: BOOKED_AT,
})

const placesOf = ({ id, places }: BookingToWrite) =>
  places.map((place) => ({ ...place, bookingId: id }))

const byPlace = (one: PricedPlace, other: PricedPlace) => one.place - other.place

const compare = (one: string, other: string) => (one < other ? -1 : Number(one > other))
