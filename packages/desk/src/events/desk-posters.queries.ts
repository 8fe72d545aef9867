import type { EventId } from "@podo/contract/ids"
import type { Database } from "@podo/db/connect"

/** Posters that are no WebP, in the order of their events' ids, after one of them; without their bytes. */
export async function listPostersAfter(db: Database, after: EventId | "", limit: number) {
  return db
    .selectFrom("eventPoster")
    .innerJoin("event", "event.id", "eventPoster.eventId")
    .where("eventPoster.eventId", ">", after as EventId)
    .where("eventPoster.mediaType", "!=", "image/webp")
    .orderBy("eventPoster.eventId")
    .limit(limit)
    .select(["eventPoster.eventId", "eventPoster.digest"])
    .select(["event.title", "event.englishTitle", "event.category"])
    .execute()
}

/** A poster with what one that is drawn would tell of its event. Within a transaction nobody changes it. */
export async function findPosterToRemake(db: Database, eventId: EventId) {
  return db
    .selectFrom("eventPoster")
    .innerJoin("event", "event.id", "eventPoster.eventId")
    .where("eventPoster.eventId", "=", eventId)
    .select(["eventPoster.digest", "eventPoster.content"])
    .select(["event.title", "event.englishTitle", "event.category"])
    .$if(db.isTransaction, (query) => query.forUpdate())
    .executeTakeFirst()
}
