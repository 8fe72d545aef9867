import type { EventId, PerformanceId } from "@podo/contract/ids"
import type { Database } from "@podo/db/connect"

export async function findOrganizer(db: Database, eventId: EventId) {
  return db
    .selectFrom("event")
    .where("id", "=", eventId)
    .select(["organizerId", "currency", "timeZone", "venueId", "publishedAt"])
    .executeTakeFirst()
}

export async function findOwnedPerformance(db: Database, performanceId: PerformanceId) {
  return db
    .selectFrom("performance")
    .innerJoin("event", "event.id", "performance.eventId")
    .where("performance.id", "=", performanceId)
    .select([
      "performance.id as performanceId",
      "performance.eventId",
      "performance.hallId",
      "performance.startsAt",
      "performance.endsAt",
      "performance.saleOpensAt",
      "performance.saleClosesAt",
      "performance.cancelUntil",
      "performance.limitPerUser",
      "performance.holdSeconds",
      "performance.capacity",
      "performance.cancelledAt",
      "performance.waitingRoom",
      "performance.version",
      "event.organizerId",
      "event.title",
      "event.englishTitle",
      "event.currency",
      "event.timeZone",
      "event.publishedAt",
    ])
    .executeTakeFirst()
}
