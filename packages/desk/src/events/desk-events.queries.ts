import type { Position } from "@podo/contract/cursor"
import type { CreateEvent } from "@podo/contract/desk"
import type { EventId, UserId, VenueId } from "@podo/contract/ids"
import { Refused } from "@podo/contract/refusal"
import type { Database, Transaction } from "@podo/db/connect"
import { isDuplicate, isOrphan } from "@podo/db/errors"
import { sql, type SqlBool } from "kysely"
import type { Organizer } from "../own-event.ts"

const factsOf = (input: Omit<CreateEvent, "poster" | "dates">) => ({
  title: input.title,
  englishTitle: input.englishTitle,
  description: input.description,
  englishDescription: input.englishDescription,
  category: input.category,
  venueId: input.venueId,
  timeZone: input.timeZone,
})

export type EventFacts = ReturnType<typeof factsOf>

/** The facts of an event that its organizer can change. */
export const eventFactsOf: (input: Omit<CreateEvent, "poster" | "dates">) => EventFacts = factsOf

/**
 * False when an event of this id is there already; waits for one that is being written right now.
 * Refuses with NOT_FOUND for an unknown venue.
 */
export async function insertEvent(
  trx: Transaction,
  organizerId: UserId,
  input: CreateEvent,
): Promise<boolean> {
  const values = { id: input.eventId, organizerId, ...factsOf(input), createdAt: sql<Date>`NOW(3)` }
  try {
    await trx.insertInto("event").values(values).execute()
    return true
  } catch (error) {
    if (isDuplicate(error)) return false
    throw isOrphan(error) ? new Refused({ code: "NOT_FOUND", what: "venue" }) : error
  }
}

/** Actions about one event wait for each other here. */
export async function lockEvent(trx: Transaction, eventId: EventId) {
  return trx
    .selectFrom("event")
    .where("id", "=", eventId)
    .selectAll()
    .forUpdate()
    .executeTakeFirst()
}

export async function setEventFacts(trx: Transaction, eventId: EventId, facts: EventFacts) {
  try {
    await trx.updateTable("event").where("id", "=", eventId).set(facts).execute()
  } catch (error) {
    throw isOrphan(error) ? new Refused({ code: "NOT_FOUND", what: "venue" }) : error
  }
}

export async function hasVenue(db: Database, venueId: VenueId): Promise<boolean> {
  const row = await db.selectFrom("venue").where("id", "=", venueId).select("id").executeTakeFirst()
  return row !== undefined
}

export async function setPublished(trx: Transaction, eventId: EventId) {
  await trx
    .updateTable("event")
    .where("id", "=", eventId)
    .set({ publishedAt: sql<Date>`NOW(3)` })
    .execute()
}

/**
 * An event lasts from its first performance to its last. Those that are cancelled count only where there is no
 * other: an event that is public must have its dates.
 */
export async function setSpan(trx: Transaction, eventId: EventId) {
  const { rows } = await sql<{ startsAt: Date | null; endsAt: Date | null }>`
    SELECT
      COALESCE(MIN(CASE WHEN cancelled_at IS NULL THEN starts_at END), MIN(starts_at)) AS starts_at,
      COALESCE(MAX(CASE WHEN cancelled_at IS NULL THEN ends_at END), MAX(ends_at)) AS ends_at
    FROM performance WHERE event_id = ${eventId}`.execute(trx)
  const { startsAt = null, endsAt = null } = rows[0] ?? {}
  await trx.updateTable("event").where("id", "=", eventId).set({ startsAt, endsAt }).execute()
}

/** Its poster and what it is found by go with it. */
export async function deleteEventRow(trx: Transaction, eventId: EventId) {
  await trx.deleteFrom("event").where("id", "=", eventId).execute()
}

const selectDeskEvents = (db: Database) =>
  db
    .selectFrom("event")
    .innerJoin("venue", "venue.id", "event.venueId")
    .innerJoin("eventPoster", "eventPoster.eventId", "event.id")
    .select([
      "event.id",
      "event.title",
      "event.englishTitle",
      "event.description",
      "event.englishDescription",
      "event.category",
      "event.timeZone",
      "event.currency",
      "event.startsAt",
      "event.endsAt",
      "event.createdAt",
      "event.publishedAt",
      "event.venueId",
      "venue.name as venueName",
      "venue.englishName as venueEnglishName",
      "eventPoster.mediaType",
      "eventPoster.digest",
    ])

export type DeskEventRow = Awaited<ReturnType<typeof listDeskEventRows>>[number]

export const findDeskEventRow = async (db: Database, eventId: EventId) =>
  selectDeskEvents(db).where("event.id", "=", eventId).executeTakeFirst()

/** The last created first, one row more than asked for when there is a next page. An admin sees everybody's. */
export async function listDeskEventRows(
  db: Database,
  { userId, roles }: Organizer,
  { cursor, limit }: { cursor?: Position | undefined; limit: number },
) {
  const [createdMs, id] = cursor ?? []
  return selectDeskEvents(db)
    .$if(!roles.includes("admin"), (list) => list.where("event.organizerId", "=", userId))
    .$if(cursor !== undefined, (list) =>
      list.where(sql<SqlBool>`(event.created_at, event.id) < (${new Date(createdMs ?? 0)}, ${id})`),
    )
    .orderBy("event.createdAt", "desc")
    .orderBy("event.id", "desc")
    .limit(limit + 1)
    .execute()
}
