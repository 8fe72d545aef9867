import type { PerformanceId } from "@podo/contract/ids"
import type { Database } from "@podo/db/connect"

/** The demo's performances of an event, as they follow each other. */
export async function listPerformances(db: Database, englishTitle: string) {
  return db
    .selectFrom("performance")
    .innerJoin("event", "event.id", "performance.eventId")
    .where("event.englishTitle", "=", englishTitle)
    .select(["performance.id as performanceId", "event.id as eventId", "event.organizerId"])
    .orderBy("performance.startsAt")
    .execute()
}

/** Opens the sale of a demo's performance a while ago, and its lobby before that. */
export async function setOpened(db: Database, performanceId: PerformanceId, agoMs: number) {
  const saleOpensAt = new Date(Date.now() - agoMs)
  const lobbyOpensAt = new Date(saleOpensAt.getTime() - agoMs)
  await db.updateTable("performance").where("id", "=", performanceId).set({ saleOpensAt }).execute()
  const room = db.updateTable("waitingRoom").where("performanceId", "=", performanceId)
  await room.set({ lobbyOpensAt, capacity: 3_000, perMinute: 600 }).execute()
}
