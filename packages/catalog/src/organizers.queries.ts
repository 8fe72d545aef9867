import type { EventId } from "@podo/contract/ids"
import type { Database } from "@podo/db/connect"

export async function findOrganizer(db: Database, eventId: EventId) {
  return db
    .selectFrom("event")
    .where("id", "=", eventId)
    .select(["organizerId", "currency"])
    .executeTakeFirst()
}
