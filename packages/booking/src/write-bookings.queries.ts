import type { BookingId, PerformanceId, Place } from "@podo/contract/ids"
import { expression, insertRows, type Statement } from "@podo/db/batch-pool"
import { outboxRows } from "@podo/db/outbox.queries"
import type { NewBooking, PricedPlace } from "./bookings.queries.ts"

/** What is written of one booking: by these terms of its sale, and no others. */
export type BookingToWrite = NewBooking & {
  places: PricedPlace[]
  version: number
  limitPerUser: number
}

/** What MySQL knows of a sale while its bookings are being written. */
export type SaleSeen = {
  version: number
  isCancelled: number
  /** When all bookings of the transaction are made. */
  bookedAt: Date
}

const BOOKED_AT = expression("@booked_at")

/** The sale that bookings of one performance belong to, as it is now; the first statements of their transaction. */
export function readSale(bookings: BookingToWrite[]): Statement[] {
  return [
    { sql: "SET @booked_at = NOW(3)", values: [] },
    {
      sql: `SELECT version, cancelled_at IS NOT NULL AS isCancelled,
              CAST(@booked_at AS DATETIME(3)) AS bookedAt
            FROM performance WHERE id = ?`,
      values: [bookings[0]?.performanceId],
    },
  ]
}

/**
 * Writes bookings with all that belongs to them. All of them come in one order everywhere, or InnoDB deadlocks rivals
 * who picked the same places. A place that is sold, a user over their limit or an id that is taken fails them all.
 */
export function insertBookings(bookings: BookingToWrite[]): Statement[] {
  const inOrder = bookings.toSorted((one, other) => compare(one.id, other.id))
  const places = inOrder.flatMap(placesOf).toSorted(byPlace)
  const quotas = inOrder.toSorted(
    (one, other) =>
      compare(one.performanceId, other.performanceId) || compare(one.userId, other.userId),
  )
  return [
    insertRows("booking", inOrder.map(bookingRow)),
    insertRows(
      "soldPlace",
      places.map(({ performanceId, place, bookingId }) => ({ performanceId, place, bookingId })),
    ),
    insertRows(
      "bookingPlace",
      places.map(({ bookingId, place, area, price }) => ({ bookingId, place, area, price })),
    ),
    insertRows(
      "userQuota",
      quotas.map(({ performanceId, userId, limitPerUser, places: { length: booked } }) => ({
        performanceId,
        userId,
        booked,
        limitPerUser,
      })),
      "ON DUPLICATE KEY UPDATE booked = booked + VALUES(booked), limit_per_user = VALUES(limit_per_user)",
    ),
    outboxRows(
      "booking-confirmed",
      inOrder.map(({ id }) => id),
    ),
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

const placesOf = ({ id, performanceId, places }: BookingToWrite) =>
  places.map((place) => ({ ...place, bookingId: id, performanceId }))

const byPlace = (one: Sold, other: Sold) =>
  compare(one.performanceId, other.performanceId) || one.place - other.place

type Sold = { performanceId: PerformanceId; place: Place }

const compare = (one: string, other: string) => (one < other ? -1 : Number(one > other))
