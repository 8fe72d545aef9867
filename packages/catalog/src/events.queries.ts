import type { EventSort, ListEvents } from "@podo/contract/catalog"
import type { RankedPosition } from "@podo/contract/cursor"
import type { EventId, UserId } from "@podo/contract/ids"
import type { Database } from "@podo/db/connect"
import { type RawBuilder, type SqlBool, sql } from "kysely"

/** Wildcards are taken literally: what a person types is text, not a pattern. */
const containing = (search: string) => `%${search.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`

const sortValues: Record<EventSort, RawBuilder<Date | number>> = {
  soonest: sql`event.starts_at`,
  newest: sql`event.published_at`,
  "most-booked": sql`event.booked`,
  hot: sql`event.booked_last_day`,
}

const directions = { soonest: "asc", newest: "desc", "most-booked": "desc", hot: "desc" } as const

/** Dates sort as dates in SQL and travel as milliseconds in a cursor. */
const sortArgument = (sort: EventSort, value: number) =>
  sort === "most-booked" || sort === "hot" ? value : new Date(value)

function after(sort: EventSort, [, value, id]: RankedPosition) {
  const argument = sortArgument(sort, value)
  return directions[sort] === "asc"
    ? sql<SqlBool>`(${sortValues[sort]}, event.id) > (${argument}, ${id})`
    : sql<SqlBool>`(${sortValues[sort]}, event.id) < (${argument}, ${id})`
}

/** One page of the events that are not over; one row more than asked for when there is a next page. */
export async function listEventRows(db: Database, input: ListEvents, now: Date) {
  let query = db
    .selectFrom("event")
    .innerJoin("venue", "venue.id", "event.venueId")
    .innerJoin("eventPoster", "eventPoster.eventId", "event.id")
    .where("event.publishedAt", "is not", null)
    .where("event.endsAt", ">", now)
    // An event is on once there is something to sell.
    .where((where) =>
      where.exists(
        where
          .selectFrom("performance")
          .whereRef("performance.eventId", "=", "event.id")
          .where("performance.cancelledAt", "is", null)
          .select("id"),
      ),
    )
    .select([
      "event.id",
      "event.title",
      "event.englishTitle",
      "event.category",
      "event.timeZone",
      "event.currency",
      // What is published has dates.
      sql<Date>`event.starts_at`.as("startsAt"),
      sql<Date>`event.ends_at`.as("endsAt"),
      "eventPoster.mediaType",
      "eventPoster.digest",
      "venue.name as venueName",
      "venue.englishName as venueEnglishName",
      sortValues[input.sort].as("sortValue"),
    ])
    .orderBy(sortValues[input.sort], directions[input.sort])
    .orderBy("event.id", directions[input.sort])
    .limit(input.limit + 1)
  if (input.category) query = query.where("event.category", "=", input.category)
  if (input.cursor) query = query.where(after(input.sort, input.cursor))
  if (input.search) {
    const pattern = containing(input.search)
    query = query.where((where) =>
      where.or([
        where("event.title", "like", pattern),
        where("event.englishTitle", "like", pattern),
        where("venue.name", "like", pattern),
        where("venue.englishName", "like", pattern),
      ]),
    )
  }
  return query.execute()
}

export async function listPerformancesOf(db: Database, eventIds: EventId[]) {
  if (eventIds.length === 0) return []
  return db
    .selectFrom("performance")
    .where("eventId", "in", eventIds)
    .selectAll("performance")
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

/** Which performances of these events the person has a confirmed booking for. */
export async function listBookedPerformances(
  db: Database,
  userId: UserId | null,
  eventIds: EventId[],
) {
  if (!userId || eventIds.length === 0) return new Set<string>()
  const rows = await db
    .selectFrom("booking")
    .innerJoin("performance", "performance.id", "booking.performanceId")
    .where("booking.userId", "=", userId)
    .where("booking.status", "=", "confirmed")
    .where("performance.eventId", "in", eventIds)
    .select("booking.performanceId")
    .distinct()
    .execute()
  return new Set<string>(rows.map(({ performanceId }) => performanceId))
}

export async function findEventRow(db: Database, eventId: EventId) {
  return db
    .selectFrom("event")
    .innerJoin("venue", "venue.id", "event.venueId")
    .innerJoin("eventPoster", "eventPoster.eventId", "event.id")
    .where("event.id", "=", eventId)
    .where("event.publishedAt", "is not", null)
    .select([
      "event.id",
      "event.title",
      "event.englishTitle",
      "event.description",
      "event.englishDescription",
      "event.category",
      "event.timeZone",
      "event.currency",
      sql<Date>`event.starts_at`.as("startsAt"),
      sql<Date>`event.ends_at`.as("endsAt"),
      "eventPoster.mediaType",
      "eventPoster.digest",
      "venue.name as venueName",
      "venue.englishName as venueEnglishName",
      "venue.address as venueAddress",
    ])
    .executeTakeFirst()
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
