import type { EventId } from "@podo/contract/ids"
import type { Database, Transaction } from "@podo/db/connect"
import { searchTextOf } from "@podo/db/search-text"
import { sql } from "kysely"

/**
 * Writes down what an event is found by, as it is now. Asks for a transaction: what is public and what is found
 * change together. Harmless to repeat.
 */
export async function setSearchText(trx: Transaction, eventId: EventId): Promise<void> {
  const told = await trx
    .selectFrom("event")
    .innerJoin("venue", "venue.id", "event.venueId")
    .where("event.id", "=", eventId)
    .select([
      "event.title",
      "event.englishTitle",
      "event.description",
      "event.englishDescription",
      "venue.name as venueName",
      "venue.englishName as venueEnglishName",
    ])
    .executeTakeFirst()
  if (!told) return
  await trx
    .insertInto("eventSearch")
    .values({ eventId, ...searchTextOf(told) })
    .onDuplicateKeyUpdate({
      title: sql`VALUES(title)`,
      rest: sql`VALUES(rest)`,
      grams: sql`VALUES(grams)`,
    })
    .execute()
}

/** Events that nobody could find, for they were written before there was a search. */
export async function listUnsearchable(db: Database, rowsMax: number): Promise<EventId[]> {
  const rows = await db
    .selectFrom("event")
    .leftJoin("eventSearch", "eventSearch.eventId", "event.id")
    .where("eventSearch.eventId", "is", null)
    .select("event.id")
    .limit(rowsMax)
    .execute()
  return rows.map(({ id }) => id)
}
