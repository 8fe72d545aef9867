import type { Area, PerformanceId } from "@podo/contract/ids"
import { Refused } from "@podo/contract/refusal"
import type { Database } from "@podo/db/connect"

/** The terms of a performance's sale. Refuses with NOT_FOUND, also for a draft's. */
export async function findSaleTerms(db: Database, performanceId: PerformanceId) {
  const terms = await findPublishedTerms(db, performanceId)
  if (!terms) throw new Refused({ code: "NOT_FOUND", what: "performance" })
  return terms
}

/** The same, or nothing: a draft has no sale. */
export async function findPublishedTerms(db: Database, performanceId: PerformanceId) {
  return db
    .selectFrom("performance")
    .innerJoin("event", "event.id", "performance.eventId")
    .where("performance.id", "=", performanceId)
    .where("event.publishedAt", "is not", null)
    .select([
      "performance.id",
      "performance.eventId",
      "performance.hallId",
      "performance.saleOpensAt",
      "performance.saleClosesAt",
      "performance.cancelUntil",
      "performance.limitPerUser",
      "performance.holdSeconds",
      "performance.capacity",
      "performance.cancelledAt",
      "performance.waitingRoom",
      "performance.version",
      "event.currency",
    ])
    .executeTakeFirst()
}

/** It rises with every change: whoever knows an older one knows older terms. Nothing for one that was removed. */
export async function findTermsVersion(db: Database, performanceId: PerformanceId) {
  const row = db.selectFrom("performance").where("id", "=", performanceId).select("version")
  return (await row.executeTakeFirst())?.version
}

export type PricedArea = { area: Area; firstPlace: number; capacity: number; price: number }

/** The areas of a performance in the order of their places. */
export async function listAreas(db: Database, performanceId: PerformanceId) {
  return db
    .selectFrom("performanceArea")
    .where("performanceId", "=", performanceId)
    .selectAll()
    .orderBy("firstPlace")
    .execute()
}

/** Performances whose places may change hands: on sale now, or over for less than a day. Nothing of a draft is. */
export async function listPerformancesOnSale(db: Database, now: Date): Promise<PerformanceId[]> {
  const dayAgo = new Date(now.getTime() - 86_400_000)
  const rows = await db
    .selectFrom("performance")
    .innerJoin("event", "event.id", "performance.eventId")
    .where("performance.saleOpensAt", "<=", now)
    .where("performance.saleClosesAt", ">", dayAgo)
    .where("event.publishedAt", "is not", null)
    .select("performance.id")
    .execute()
  return rows.map(({ id }) => id)
}

/** Performances whose sale closed before a moment. */
export async function listPerformancesClosed(db: Database, before: Date): Promise<PerformanceId[]> {
  const rows = await db
    .selectFrom("performance")
    .where("saleClosesAt", "<", before)
    .select("id")
    .execute()
  return rows.map(({ id }) => id)
}
