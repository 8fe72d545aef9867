import type { PerformanceId } from "@podo/contract/ids"
import type { Database } from "@podo/db/connect"
import { sql } from "kysely"

/** The places that MySQL has as sold, by confirmed bookings and by its last word on each place, and those that the house keeps. */
export async function listBookedAndSold(db: Database, performanceId: PerformanceId) {
  const [booked, taken, quotas] = await Promise.all([
    db
      .selectFrom("booking")
      .innerJoin("bookingPlace", "bookingPlace.bookingId", "booking.id")
      .where("booking.performanceId", "=", performanceId)
      .where("booking.status", "=", "confirmed")
      .select(["bookingPlace.place", "booking.id as bookingId", "booking.userId"])
      .execute(),
    db
      .selectFrom("soldPlace")
      .where("performanceId", "=", performanceId)
      .select(["place", "bookingId"])
      .execute(),
    db
      .selectFrom("userQuota")
      .where("performanceId", "=", performanceId)
      .select(["userId", "booked", "limitPerUser"])
      .execute(),
  ])
  const sold = taken.flatMap(({ place, bookingId }) => (bookingId ? [{ place, bookingId }] : []))
  const withheld = taken.flatMap(({ place, bookingId }) => (bookingId ? [] : [place]))
  return { booked, sold, withheld, quotas }
}

/** Bookings whose total is not the sum of their places' prices, and bookings without places. */
export async function listWrongTotals(db: Database, performanceId: PerformanceId) {
  return db
    .selectFrom("booking")
    .leftJoin("bookingPlace", "bookingPlace.bookingId", "booking.id")
    .where("booking.performanceId", "=", performanceId)
    .groupBy(["booking.id", "booking.total"])
    .having(sql<boolean>`COALESCE(SUM(booking_place.price), -1) <> booking.total`)
    .select("booking.id")
    .execute()
}
