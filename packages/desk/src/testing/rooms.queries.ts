import { auditFactsOf } from "../history/audit.queries.ts"
import type { Organizer } from "../own-event.ts"
import type { RoomTerms } from "@podo/contract/desk-room"
import type { EventId, PerformanceId } from "@podo/contract/ids"
import type { Stores } from "@podo/stores/stores"
import { mintPerformance, mintUserId, type PerformanceWishes } from "@podo/db/testing"
import { connectRedis } from "@podo/redis/connect"
import { testRedisUrl } from "@podo/redis/testing"

export const mintStranger = (): Organizer => ({
  userId: mintUserId(),
  roles: ["user", "organizer"],
})

/** A performance, with a room if wished for, and whoever runs it. */
export async function mintRun(stores: Stores, wishes: PerformanceWishes = {}) {
  const { eventId, performanceId } = await mintPerformance(stores, wishes)
  const event = stores.db.selectFrom("event").where("id", "=", eventId).select("organizerId")
  const { organizerId } = await event.executeTakeFirstOrThrow()
  const organizer: Organizer = { userId: organizerId, roles: ["user", "organizer"] }
  return { eventId, performanceId, organizer }
}

const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString()

/** A room as an organizer would ask for it, whose lobby opens in some minutes. */
export const termsIn = (minutes: number, more: Partial<RoomTerms> = {}): RoomTerms => ({
  lobbyOpensAt: inMinutes(minutes),
  hasDraw: true,
  capacity: 100,
  perMinute: 200,
  admissionMinutes: 10,
  whenSoldOut: "keep",
  ...more,
})

/** Makes an event a draft again, which nobody at the desk can. */
export async function unpublish({ db }: Stores, eventId: EventId) {
  await db.updateTable("event").where("id", "=", eventId).set({ publishedAt: null }).execute()
}

export async function cancel({ db }: Stores, performanceId: PerformanceId) {
  const row = db.updateTable("performance").where("id", "=", performanceId)
  await row.set({ cancelledAt: new Date() }).execute()
}

/** The history of an event, the oldest change first. */
export async function listAudit({ db }: Stores, eventId: EventId) {
  const rows = await db
    .selectFrom("audit")
    .where("eventId", "=", eventId)
    .selectAll()
    .orderBy("at")
    .orderBy("id")
    .execute()
  return rows.map(({ userId, performanceId, action, beforeChange, afterChange }) => ({
    userId,
    performanceId,
    action,
    before: auditFactsOf(beforeChange),
    after: auditFactsOf(afterChange),
  }))
}

/** The room and its performance as MySQL has them; nothing where there never was a room. */
export async function findRows({ db }: Stores, performanceId: PerformanceId) {
  return db
    .selectFrom("waitingRoom")
    .innerJoin("performance", "performance.id", "waitingRoom.performanceId")
    .where("performanceId", "=", performanceId)
    .selectAll("waitingRoom")
    .select(["performance.waitingRoom as isOn", "performance.version as saleVersion"])
    .select("performance.saleOpensAt")
    .executeTakeFirst()
}

export async function findSale({ db }: Stores, performanceId: PerformanceId) {
  const row = db.selectFrom("performance").where("id", "=", performanceId)
  return row.select(["saleOpensAt", "version"]).executeTakeFirstOrThrow()
}

/** The rows of the outbox that are still to be relayed, of a performance or an event. */
export async function listToTell({ db }: Stores, subject: string) {
  const rows = db.selectFrom("outbox").where("subject", "=", subject).where("doneAt", "is", null)
  return (await rows.select("kind").execute()).map(({ kind }) => kind)
}

/** The same stores while Redis is away. A failure because of it is told to `defects`. */
export async function withoutRedis(stores: Stores, defects: unknown[] = []): Promise<Stores> {
  const redis = await connectRedis(testRedisUrl())
  redis.disconnect()
  return { ...stores, redis, onDefect: (error) => defects.push(error) }
}
