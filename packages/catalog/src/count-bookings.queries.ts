import type { EventId } from "@podo/contract/ids"
import type { Database } from "@podo/db/connect"
import { sql } from "kysely"

/** Events with a booking that was made or cancelled since. */
export async function listBookedSince(db: Database, since: Date): Promise<EventId[]> {
  const eventsOf = (column: "bookedAt" | "cancelledAt") =>
    db
      .selectFrom("booking")
      .innerJoin("performance", "performance.id", "booking.performanceId")
      .where(`booking.${column}`, ">=", since)
      .select("performance.eventId")
      .distinct()
  const rows = await eventsOf("bookedAt").union(eventsOf("cancelledAt")).execute()
  return rows.map(({ eventId }) => eventId)
}

/** Events whose last day is a little shorter with every moment. */
export async function listBookedLastDay(db: Database): Promise<EventId[]> {
  const rows = await db.selectFrom("event").where("bookedLastDay", ">", 0).select("id").execute()
  return rows.map(({ id }) => id)
}

/** Published events that are not over, from one id on, in the order of ids. */
export async function listCurrentAfter(db: Database, after: string, rowsMax: number) {
  const rows = await db
    .selectFrom("event")
    .where("id", ">", after as EventId)
    .where("publishedAt", "is not", null)
    .where("endsAt", ">", sql<Date>`NOW(3)`)
    .select("id")
    .orderBy("id")
    .limit(rowsMax)
    .execute()
  return rows.map(({ id }) => id)
}

export async function listCounts(db: Database, eventIds: EventId[]) {
  return db
    .selectFrom("event")
    .where("id", "in", eventIds)
    .select(["id", "booked", "bookedLastDay", "soldOut"])
    .execute()
}

/** For each performance that takes place: what is booked, what is taken (booked or withheld), whether it is sold yet. */
export async function listTaken(db: Database, eventIds: EventId[]) {
  return db
    .selectFrom("performance")
    .leftJoin("soldPlace", "soldPlace.performanceId", "performance.id")
    .where("performance.eventId", "in", eventIds)
    .where("performance.cancelledAt", "is", null)
    .groupBy([
      "performance.id",
      "performance.eventId",
      "performance.capacity",
      "performance.saleClosesAt",
    ])
    .select(["performance.eventId", "performance.capacity"])
    .select((select) => [
      select.fn.count<number>("soldPlace.place").as("taken"),
      select.fn.count<number>("soldPlace.bookingId").as("booked"),
      sql<number>`performance.sale_closes_at > NOW(3)`.as("isOnSale"),
    ])
    .execute()
}

/** Places of the bookings of the last 24 hours that were not cancelled. */
export async function listTakenLastDay(db: Database, eventIds: EventId[]) {
  return db
    .selectFrom("performance")
    .innerJoin("booking", "booking.performanceId", "performance.id")
    .innerJoin("bookingPlace", "bookingPlace.bookingId", "booking.id")
    .where("performance.eventId", "in", eventIds)
    .where("performance.cancelledAt", "is", null)
    .where("booking.bookedAt", ">", sql<Date>`NOW(3) - INTERVAL 1 DAY`)
    .where("booking.status", "=", "confirmed")
    .groupBy("performance.eventId")
    .select("performance.eventId")
    .select((select) => select.fn.countAll<number>().as("booked"))
    .execute()
}

export type Counts = { booked: number; bookedLastDay: number; soldOut: boolean }

export async function setCounts(db: Database, eventId: EventId, counts: Counts) {
  await db.updateTable("event").where("id", "=", eventId).set(counts).execute()
}
