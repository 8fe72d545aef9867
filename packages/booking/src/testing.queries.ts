import type { Organizer } from "@podo/catalog/own-event"
import type { EventId, PerformanceId } from "@podo/contract/ids"
import type { Stores } from "@podo/db/stores"

/** Whoever runs a minted event. */
export async function organizerOf({ db }: Stores, eventId: EventId): Promise<Organizer> {
  const event = db.selectFrom("event").where("id", "=", eventId).select("organizerId")
  const { organizerId } = await event.executeTakeFirstOrThrow()
  return { userId: organizerId, roles: ["user", "organizer"] }
}

/** Makes an event a draft again, which nobody at the desk can. */
export async function unpublish({ db }: Stores, eventId: EventId) {
  await db.updateTable("event").where("id", "=", eventId).set({ publishedAt: null }).execute()
}

/** What the history tells of an event, the oldest first. */
export async function listAudit({ db }: Stores, eventId: EventId) {
  return db
    .selectFrom("audit")
    .where("eventId", "=", eventId)
    .select(["userId", "performanceId", "action", "beforeChange", "afterChange"])
    .orderBy("at")
    .orderBy("id")
    .execute()
}

/** Lets everything in the outbox about these subjects be due now. */
export async function makeDue({ db }: Stores, subjects: string[]) {
  const waiting = db.selectFrom("outbox").where("subject", "in", subjects)
  const rows = await waiting.where("doneAt", "is", null).select("id").execute()
  if (rows.length === 0) return
  // By their ids: looking for subjects while writing would wait for rows that somebody is writing.
  const ids = rows.map(({ id }) => id)
  const availableAt = new Date(0)
  await db.updateTable("outbox").where("id", "in", ids).set({ availableAt }).execute()
}

export async function findFirstArea({ db }: Stores, performanceId: PerformanceId) {
  return db
    .selectFrom("performanceArea")
    .where("performanceId", "=", performanceId)
    .select("area")
    .orderBy("firstPlace")
    .executeTakeFirstOrThrow()
}
