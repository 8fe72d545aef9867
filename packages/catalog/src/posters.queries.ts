import type { EventId } from "@podo/contract/ids"
import type { Database } from "@podo/db/connect"

export const posterUrlOf = (eventId: EventId) => `/posters/${eventId}.svg`

/** The SVG of an event's poster, or nothing when there is no such event. */
export async function findPoster(db: Database, eventId: EventId): Promise<string | undefined> {
  const row = await db
    .selectFrom("event")
    .where("id", "=", eventId)
    .select("poster")
    .executeTakeFirst()
  return row?.poster
}
