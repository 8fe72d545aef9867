import type { EventId } from "@podo/contract/ids"
import type { Stores } from "@podo/stores/stores"
import type { Organizer } from "../own-event.ts"

/** The organizer of a minted event. */
export async function organizerOf({ db }: Stores, eventId: EventId): Promise<Organizer> {
  const event = db.selectFrom("event").where("id", "=", eventId).select("organizerId")
  const { organizerId } = await event.executeTakeFirstOrThrow()
  return { userId: organizerId, roles: ["user", "organizer"] }
}

/** Makes an event a draft again, which the desk cannot. */
export async function unpublish({ db }: Stores, eventId: EventId) {
  await db.updateTable("event").where("id", "=", eventId).set({ publishedAt: null }).execute()
}

/** The history of an event, the oldest change first. */
export async function listAudit({ db }: Stores, eventId: EventId) {
  return db
    .selectFrom("audit")
    .where("eventId", "=", eventId)
    .select(["userId", "performanceId", "action", "beforeChange", "afterChange"])
    .orderBy("at")
    .orderBy("id")
    .execute()
}
