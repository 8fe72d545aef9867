import type { PerformanceId } from "@podo/contract/ids"
import type { Database } from "@podo/db/connect"
import { sql } from "kysely"

/** The places sold of each area, and for how much. */
export async function listSoldOfAreas(db: Database, performanceId: PerformanceId) {
  const rows = await db
    .selectFrom("booking")
    .innerJoin("bookingPlace", "bookingPlace.bookingId", "booking.id")
    .where("booking.performanceId", "=", performanceId)
    .where("booking.status", "=", "confirmed")
    .groupBy("bookingPlace.area")
    .select("bookingPlace.area")
    .select((select) => select.fn.countAll<number>().as("booked"))
    .select((select) => select.fn.sum<string>("bookingPlace.price").as("revenue"))
    .execute()
  return rows.map((row) => ({ ...row, revenue: Number(row.revenue) }))
}

export async function countConfirmed(db: Database, performanceId: PerformanceId): Promise<number> {
  const { count } = await db
    .selectFrom("booking")
    .where("performanceId", "=", performanceId)
    .where("status", "=", "confirmed")
    .select((select) => select.fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow()
  return count
}

/** How many bookings were made in each minute since a moment, by its number since 1970; none where none were. */
export async function countBookingsByMinute(
  db: Database,
  performanceId: PerformanceId,
  since: Date,
) {
  const minute = sql<number | string>`FLOOR(UNIX_TIMESTAMP(booking.booked_at) / 60)`
  return db
    .selectFrom("booking")
    .where("performanceId", "=", performanceId)
    .where("bookedAt", ">=", since)
    .groupBy(minute)
    .select(minute.as("minute"))
    .select((select) => select.fn.countAll<number>().as("bookings"))
    .execute()
}
