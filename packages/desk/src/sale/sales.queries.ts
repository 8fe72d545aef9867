import type { EventId } from "@podo/contract/ids"
import type { Database } from "@podo/db/connect"

/** Each performance of an event with what was sold of it, the earliest first. */
export async function listSales(db: Database, eventId: EventId) {
  return db
    .selectFrom("performance")
    .leftJoin("booking", (join) =>
      join
        .onRef("booking.performanceId", "=", "performance.id")
        .on("booking.status", "=", "confirmed"),
    )
    .where("performance.eventId", "=", eventId)
    .groupBy(["performance.id", "performance.startsAt", "performance.capacity"])
    .orderBy("performance.startsAt")
    .orderBy("performance.id")
    .select(["performance.id", "performance.startsAt", "performance.capacity"])
    .select((row) => row.fn.sum<string | null>("booking.total").as("revenue"))
    .execute()
}

/** Places that are sold, by performance. */
export async function countSold(db: Database, eventId: EventId) {
  return db
    .selectFrom("soldPlace")
    .innerJoin("performance", "performance.id", "soldPlace.performanceId")
    .where("performance.eventId", "=", eventId)
    .where("soldPlace.bookingId", "is not", null)
    .groupBy("performance.id")
    .select("performance.id")
    .select((row) => row.fn.countAll<number>().as("booked"))
    .execute()
}
