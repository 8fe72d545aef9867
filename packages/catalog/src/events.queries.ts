import type { EventId, UserId } from "@podo/contract/ids"
import type { Database } from "@podo/db/connect"
import { sql } from "kysely"

/** An event as the public sees it; drafts are nobody's but their organizer's. */
function publicEvents(db: Database) {
  return db
    .selectFrom("event")
    .innerJoin("venue", "venue.id", "event.venueId")
    .innerJoin("eventPoster", "eventPoster.eventId", "event.id")
    .where("event.publishedAt", "is not", null)
    .select([
      "event.id",
      "event.title",
      "event.englishTitle",
      "event.category",
      "event.timeZone",
      "event.currency",
      // A published event has dates.
      sql<Date>`event.starts_at`.as("startsAt"),
      sql<Date>`event.ends_at`.as("endsAt"),
      "eventPoster.mediaType",
      "eventPoster.digest",
      "venue.name as venueName",
      "venue.englishName as venueEnglishName",
    ])
}

export async function listEventRows(db: Database, eventIds: EventId[]) {
  if (eventIds.length === 0) return []
  return publicEvents(db).where("event.id", "in", eventIds).execute()
}

export async function findEventRow(db: Database, eventId: EventId) {
  return publicEvents(db)
    .where("event.id", "=", eventId)
    .select(["event.description", "event.englishDescription", "venue.address as venueAddress"])
    .executeTakeFirst()
}

/** The performances that take place, in order, each with the price of its cheapest area. */
export async function listPerformancesOf(db: Database, eventIds: EventId[]) {
  if (eventIds.length === 0) return []
  return db
    .selectFrom("performance")
    .where("eventId", "in", eventIds)
    .where("cancelledAt", "is", null)
    .select(["id", "eventId", "saleOpensAt", "saleClosesAt", "capacity"])
    .select((select) =>
      select
        .selectFrom("performanceArea")
        .whereRef("performanceArea.performanceId", "=", "performance.id")
        .select((area) => area.fn.min("price").as("priceFrom"))
        .as("priceFrom"),
    )
    .orderBy("startsAt")
    .execute()
}

/** All performances of an event, the cancelled ones too: people who booked them look for them. */
export async function listAllPerformances(db: Database, eventId: EventId) {
  return db
    .selectFrom("performance")
    .leftJoin("waitingRoom", "waitingRoom.performanceId", "performance.id")
    .where("performance.eventId", "=", eventId)
    .selectAll("performance")
    .select(["waitingRoom.offAt", "waitingRoom.offReason"])
    .orderBy("performance.startsAt")
    .execute()
}

/** The person's confirmed bookings for any of these events: of which event, and for which performance. */
export async function listBooked(db: Database, userIds: UserId[], eventIds: EventId[]) {
  if (eventIds.length === 0) return []
  return db
    .selectFrom("booking")
    .innerJoin("performance", "performance.id", "booking.performanceId")
    .where("booking.userId", "in", userIds)
    .where("booking.status", "=", "confirmed")
    .where("performance.eventId", "in", eventIds)
    .select(["booking.userId", "performance.eventId", "booking.performanceId"])
    .distinct()
    .execute()
}

/** Those of some people who have booked anything. */
export async function listBookers(db: Database, userIds: UserId[]) {
  return db
    .selectFrom("booking")
    .where("userId", "in", userIds)
    .where("status", "=", "confirmed")
    .select("userId")
    .distinct()
    .execute()
}

export async function listAreasOfEvent(db: Database, eventId: EventId) {
  return db
    .selectFrom("performanceArea")
    .innerJoin("performance", "performance.id", "performanceArea.performanceId")
    .where("performance.eventId", "=", eventId)
    .selectAll("performanceArea")
    .orderBy("performanceArea.firstPlace")
    .execute()
}

export async function findHallOfEvent(db: Database, eventId: EventId) {
  return db
    .selectFrom("performance")
    .innerJoin("hall", "hall.id", "performance.hallId")
    .where("performance.eventId", "=", eventId)
    .select(["hall.name", "hall.englishName"])
    .limit(1)
    .executeTakeFirst()
}
