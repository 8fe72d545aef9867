import type { PerformanceId } from "@podo/contract/ids"
import type { Database, Transaction } from "@podo/db/connect"
import { sql } from "kysely"

/** A published performance and its draw, as far as there is one. Whether it has opened is by MySQL's clock. */
export async function findDraw(db: Database, performanceId: PerformanceId) {
  return db
    .selectFrom("performance")
    .innerJoin("event", "event.id", "performance.eventId")
    .leftJoin("waitingRoom", "waitingRoom.performanceId", "performance.id")
    .where("performance.id", "=", performanceId)
    .where("event.publishedAt", "is not", null)
    .select([
      "performance.waitingRoom as isOn",
      sql<number>`performance.sale_opens_at <= NOW(3)`.as("hasOpened"),
      "waitingRoom.hasDraw",
      "waitingRoom.seed",
      "waitingRoom.entrants",
      "waitingRoom.digest",
      "waitingRoom.sealedAt",
    ])
    .executeTakeFirst()
}

/** Some of the performances whose sale has opened, by MySQL's clock, and whose draw is not sealed yet. */
export async function listUnsealed(db: Database, limit: number): Promise<PerformanceId[]> {
  const rows = await db
    .selectFrom("waitingRoom")
    .innerJoin("performance", "performance.id", "waitingRoom.performanceId")
    .innerJoin("event", "event.id", "performance.eventId")
    .where("waitingRoom.hasDraw", "=", true)
    .where("waitingRoom.sealedAt", "is", null)
    .where("performance.waitingRoom", "=", true)
    .where("performance.saleOpensAt", "<=", sql<Date>`NOW(3)`)
    .where("event.publishedAt", "is not", null)
    .select("performance.id")
    // Some that cannot be sealed now must not stand before the others again and again.
    .orderBy(sql`RAND()`)
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id)
}

/** False where it is sealed, or somebody else has locked it and may be sealing it. */
export async function lockUnsealed(trx: Transaction, performanceId: PerformanceId) {
  const row = trx
    .selectFrom("waitingRoom")
    .where("performanceId", "=", performanceId)
    .where("hasDraw", "=", true)
    .where("sealedAt", "is", null)
    .select("performanceId")
    .forUpdate()
    .skipLocked()
  return (await row.executeTakeFirst()) !== undefined
}

export type NewDrawPage = {
  performanceId: PerformanceId
  page: number
  firstDraw: string
  draws: string
}

/** Asks for a transaction: half a draw must never be seen. */
export async function insertDrawPage(trx: Transaction, page: NewDrawPage) {
  await trx.insertInto("drawPage").values(page).execute()
}

/** Ends the sealing. */
export async function setSealed(
  trx: Transaction,
  performanceId: PerformanceId,
  { entrants, digest }: { entrants: number; digest: string },
) {
  await trx
    .updateTable("waitingRoom")
    .where("performanceId", "=", performanceId)
    .set({ entrants, digest, sealedAt: sql<Date>`NOW(3)` })
    .execute()
}

export async function findDrawPage(db: Database, performanceId: PerformanceId, page: number) {
  return db
    .selectFrom("drawPage")
    .where("performanceId", "=", performanceId)
    .where("page", "=", page)
    .select("draws")
    .executeTakeFirst()
}

/** The number of the one page that could have this draw; nothing where it would be before all of them. */
export async function findPageWith(db: Database, performanceId: PerformanceId, draw: string) {
  const row = await db
    .selectFrom("drawPage")
    .where("performanceId", "=", performanceId)
    .where("firstDraw", "<=", draw)
    .select(({ fn }) => fn.max("page").as("page"))
    .executeTakeFirst()
  return row?.page
}
