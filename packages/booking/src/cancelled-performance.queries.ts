import type { BookingId, PerformanceId, Place, UserId } from "@podo/contract/ids"
import type { Database, Transaction } from "@podo/db/connect"
import { sql } from "kysely"

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

/** Waits for whoever is cancelling one of them at this moment, and leaves those out. All lock in one order. */
export async function lockConfirmed(trx: Transaction, bookingIds: BookingId[]) {
  return trx
    .selectFrom("booking")
    .where("id", "in", bookingIds)
    .where("status", "=", "confirmed")
    .select(["id", "userId", "holdId", "performanceId"])
    .orderBy("id")
    .forUpdate()
    .execute()
}

export type ConfirmedBooking = Awaited<ReturnType<typeof lockConfirmed>>[number]

export async function listPlacesOfAll(trx: Transaction, bookingIds: BookingId[]) {
  return trx
    .selectFrom("bookingPlace")
    .where("bookingId", "in", bookingIds)
    .select(["bookingId", "place"])
    .orderBy("place")
    .execute()
}

export async function setAllCancelled(trx: Transaction, bookingIds: BookingId[]) {
  await trx
    .updateTable("booking")
    .where("id", "in", bookingIds)
    .set({ status: "cancelled", cancelledAt: sql<Date>`NOW(3)` })
    .execute()
}

export async function deleteSoldPlacesOfAll(
  trx: Transaction,
  performanceId: PerformanceId,
  { bookingIds, places }: { bookingIds: BookingId[]; places: Place[] },
) {
  if (places.length === 0) return
  await trx
    .deleteFrom("soldPlace")
    .where("performanceId", "=", performanceId)
    .where("place", "in", places)
    .where("bookingId", "in", bookingIds)
    .execute()
}

/** Gives the same number of places back to each of several users. */
export async function lowerQuotas(
  trx: Transaction,
  performanceId: PerformanceId,
  { userIds, cancelled }: { userIds: UserId[]; cancelled: number },
) {
  await trx
    .updateTable("userQuota")
    .where("performanceId", "=", performanceId)
    .where("userId", "in", userIds)
    .set({ booked: sql`booked - ${cancelled}` })
    .execute()
}

/** The performance of a booking, if it does not take place. */
export async function findCancelledPerformanceOf(db: Database, bookingId: BookingId) {
  return db
    .selectFrom("booking")
    .innerJoin("performance", "performance.id", "booking.performanceId")
    .where("booking.id", "=", bookingId)
    .where("performance.cancelledAt", "is not", null)
    .select("performance.id as performanceId")
    .executeTakeFirst()
}
