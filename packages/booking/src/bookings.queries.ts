import type { Position } from "@podo/contract/cursor"
import type {
  Area,
  BookingId,
  EventId,
  HoldId,
  Money,
  PerformanceId,
  Place,
  UserId,
} from "@podo/contract/ids"
import type { Database, Transaction } from "@podo/db/connect"
import { sql } from "kysely"

export type PricedPlace = { place: Place; area: Area; price: Money }

export type NewBooking = {
  id: BookingId
  userId: UserId
  performanceId: PerformanceId
  holdId: HoldId
  total: Money
  currency: string
}

/** Waits for whoever is writing or cancelling one of them at this moment. All lock in one order. */
export async function lockBookings(trx: Transaction, bookingIds: BookingId[]) {
  return trx
    .selectFrom("booking")
    .where("id", "in", bookingIds)
    .select(["id", "performanceId", "holdId", "userId", "status"])
    .orderBy("id")
    .forUpdate()
    .execute()
}

/** The performances of bookings, which never change. */
export async function listPerformancesOf(db: Database, bookingIds: BookingId[]) {
  return db
    .selectFrom("booking")
    .innerJoin("performance", "performance.id", "booking.performanceId")
    .where("booking.id", "in", bookingIds)
    .select([
      "booking.id",
      "booking.performanceId",
      sql<boolean>`performance.cancelled_at IS NOT NULL`.as("isOff"),
    ])
    .execute()
}

export async function listPlacesOfAll(db: Database, bookingIds: BookingId[]) {
  return db
    .selectFrom("bookingPlace")
    .where("bookingId", "in", bookingIds)
    .select(["bookingId", "place", "area", "price"])
    .orderBy("place")
    .execute()
}

export async function findBooking(db: Database, bookingId: BookingId) {
  return db.selectFrom("booking").where("id", "=", bookingId).selectAll().executeTakeFirst()
}

export async function findQuota(db: Database, performanceId: PerformanceId, userId: UserId) {
  return db
    .selectFrom("userQuota")
    .where("performanceId", "=", performanceId)
    .where("userId", "=", userId)
    .select(["booked", "limitPerUser"])
    .executeTakeFirst()
}

/** Some of the bookings of a performance that are not cancelled yet. */
export async function listSomeConfirmed(
  db: Database,
  performanceId: PerformanceId,
  bookingsMax: number,
): Promise<BookingId[]> {
  const rows = await db
    .selectFrom("booking")
    .where("performanceId", "=", performanceId)
    .where("status", "=", "confirmed")
    .select("id")
    .limit(bookingsMax)
    .execute()
  return rows.map(({ id }) => id)
}

type BookingFilter = {
  userId: UserId
  performanceId?: PerformanceId | undefined
  eventId?: EventId | undefined
  cursor?: Position | undefined
  limit: number
}

/** The facts that a booking tells of its performance. */
const FACTS = [
  "performance.eventId",
  "performance.hallId",
  "performance.startsAt",
  "performance.cancelUntil",
  "performance.cancelledAt as performanceCancelledAt",
  "eventPoster.mediaType",
  "eventPoster.digest",
  "event.title",
  "event.englishTitle",
  "event.timeZone",
  "venue.name as venueName",
  "venue.englishName as venueEnglishName",
] as const

const whole = (db: Database) =>
  db
    .selectFrom("booking")
    .innerJoin("performance", "performance.id", "booking.performanceId")
    .innerJoin("event", "event.id", "performance.eventId")
    .innerJoin("venue", "venue.id", "event.venueId")
    .innerJoin("eventPoster", "eventPoster.eventId", "event.id")
    .selectAll("booking")
    .select(FACTS)

export async function findPerformanceFacts(db: Database, performanceId: PerformanceId) {
  return db
    .selectFrom("performance")
    .innerJoin("event", "event.id", "performance.eventId")
    .innerJoin("venue", "venue.id", "event.venueId")
    .innerJoin("eventPoster", "eventPoster.eventId", "event.id")
    .where("performance.id", "=", performanceId)
    .select(FACTS)
    .executeTakeFirstOrThrow()
}

export type PerformanceFacts = Awaited<ReturnType<typeof findPerformanceFacts>>

/** The newest first; one row more than asked for when there is a next page. */
export async function listBookingRows(db: Database, filter: BookingFilter) {
  let query = whole(db)
    .where("booking.userId", "=", filter.userId)
    .orderBy("booking.bookedAt", "desc")
    .orderBy("booking.id", "desc")
    .limit(filter.limit + 1)
  if (filter.performanceId) {
    query = query.where("booking.performanceId", "=", filter.performanceId)
  }
  if (filter.eventId) query = query.where("performance.eventId", "=", filter.eventId)
  if (filter.cursor) {
    const [bookedAt, id] = filter.cursor
    query = query.where(
      sql<boolean>`(booking.booked_at, booking.id) < (${new Date(bookedAt)}, ${id})`,
    )
  }
  return query.execute()
}

export async function findBookingRow(db: Database, bookingId: BookingId) {
  return whole(db).where("booking.id", "=", bookingId).executeTakeFirstOrThrow()
}

export type BookingRow = Awaited<ReturnType<typeof findBookingRow>>

/** The places of several bookings with what a person needs to find them. */
export async function listBookedPlaces(db: Database, bookingIds: BookingId[]) {
  if (bookingIds.length === 0) return []
  return db
    .selectFrom("bookingPlace")
    .innerJoin("booking", "booking.id", "bookingPlace.bookingId")
    .innerJoin("performance", "performance.id", "booking.performanceId")
    .innerJoin("performanceArea", (join) =>
      join
        .onRef("performanceArea.performanceId", "=", "booking.performanceId")
        .onRef("performanceArea.area", "=", "bookingPlace.area"),
    )
    .leftJoin("hallSeat", (join) =>
      join
        .onRef("hallSeat.hallId", "=", "performance.hallId")
        .onRef("hallSeat.place", "=", "bookingPlace.place"),
    )
    .where("bookingPlace.bookingId", "in", bookingIds)
    .select([
      "bookingPlace.bookingId",
      "bookingPlace.place",
      "bookingPlace.area",
      "bookingPlace.price",
      "performanceArea.name as areaName",
      "performanceArea.englishName as areaEnglishName",
      "performanceArea.firstPlace",
      "hallSeat.rowName",
      "hallSeat.seatNumber",
    ])
    .orderBy("bookingPlace.place")
    .execute()
}
