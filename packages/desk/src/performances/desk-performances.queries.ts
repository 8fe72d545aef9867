import type { EventId, HallId, PerformanceId, UserId } from "@podo/contract/ids"
import type { Database, Transaction } from "@podo/db/connect"
import type { PerformanceAreaTable, PerformanceTable } from "@podo/db/schema"
import { type Insertable, sql, type Updateable } from "kysely"

const ROWS_PER_INSERT = 2_000

export type NewPerformance = Insertable<PerformanceTable>
export type NewPerformanceArea = Insertable<PerformanceAreaTable>

export async function insertPerformances(
  trx: Transaction,
  performances: NewPerformance[],
  areas: NewPerformanceArea[],
) {
  for (let at = 0; at < performances.length; at += ROWS_PER_INSERT) {
    const rows = performances.slice(at, at + ROWS_PER_INSERT)
    await trx.insertInto("performance").values(rows).execute()
  }
  for (let at = 0; at < areas.length; at += ROWS_PER_INSERT) {
    const rows = areas.slice(at, at + ROWS_PER_INSERT)
    await trx.insertInto("performanceArea").values(rows).execute()
  }
}

const selectPerformances = (db: Database) =>
  db
    .selectFrom("performance")
    .innerJoin("hall", "hall.id", "performance.hallId")
    .selectAll("performance")
    .select(["hall.name as hallName", "hall.englishName as hallEnglishName"])

/** The performances of events, drafts included, as they follow each other. */
export async function listPerformanceRows(db: Database, eventIds: EventId[]) {
  if (eventIds.length === 0) return []
  return selectPerformances(db)
    .where("performance.eventId", "in", eventIds)
    .orderBy("performance.startsAt")
    .orderBy("performance.id")
    .execute()
}

export async function findPerformanceRow(db: Database, performanceId: PerformanceId) {
  return selectPerformances(db).where("performance.id", "=", performanceId).executeTakeFirst()
}

export type PerformanceRow = Awaited<ReturnType<typeof listPerformanceRows>>[number]

/** When its lobby opens, where a performance has a waiting room or had one. */
export async function findLobbyOpensAt(db: Database, performanceId: PerformanceId) {
  const row = db
    .selectFrom("waitingRoom")
    .where("performanceId", "=", performanceId)
    .select("lobbyOpensAt")
  return (await row.executeTakeFirst())?.lobbyOpensAt
}

/** A newer version of how its room is run: Redis keeps a copy. */
export async function setLobbyOpensAt(
  trx: Transaction,
  performanceId: PerformanceId,
  lobbyOpensAt: Date,
) {
  await trx
    .updateTable("waitingRoom")
    .where("performanceId", "=", performanceId)
    .set({ lobbyOpensAt, version: sql`version + 1` })
    .execute()
}

export type TakenPlaces = { booked: number; withheld: number }

/** Places that are booked, and those that the house keeps, of each performance that has any. */
export async function countTaken(db: Database, performanceIds: PerformanceId[]) {
  if (performanceIds.length === 0) return new Map<PerformanceId, TakenPlaces>()
  const rows = await db
    .selectFrom("soldPlace")
    .where("performanceId", "in", performanceIds)
    .groupBy("performanceId")
    .select("performanceId")
    .select((count) => [
      count.fn.countAll<number>().as("taken"),
      count.fn.count<number>("bookingId").as("booked"),
    ])
    .execute()
  return new Map<PerformanceId, TakenPlaces>(
    rows.map(({ performanceId, taken, booked }) => [
      performanceId,
      { booked, withheld: taken - booked },
    ]),
  )
}

export type Calendar = {
  hallId: HallId
  /** Whose drafts count as well. */
  organizerId: UserId
  from: Date
  to: Date
}

/**
 * The performances in a hall within a time: those of public events, and of this organizer's drafts. Those of
 * somebody else's drafts are theirs alone to know.
 */
export async function listHallTimes(trx: Transaction, { hallId, organizerId, from, to }: Calendar) {
  return trx
    .selectFrom("performance")
    .innerJoin("event", "event.id", "performance.eventId")
    .where("performance.hallId", "=", hallId)
    .where("performance.startsAt", "<", to)
    .where("performance.endsAt", ">", from)
    .where("performance.cancelledAt", "is", null)
    .where((where) =>
      where.or([
        where("event.publishedAt", "is not", null),
        where("event.organizerId", "=", organizerId),
      ]),
    )
    .select(["performance.id", "performance.eventId", "performance.startsAt", "performance.endsAt"])
    .orderBy("performance.startsAt")
    .execute()
}

export async function countBookingsEver(db: Database, performanceId: PerformanceId) {
  const { count } = await db
    .selectFrom("booking")
    .where("performanceId", "=", performanceId)
    .select((select) => select.fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow()
  return count
}

/** Their areas and the places that the house keeps go with them. */
export async function deletePerformances(trx: Transaction, performanceIds: PerformanceId[]) {
  if (performanceIds.length === 0) return
  for (const table of ["soldPlace", "userQuota", "performanceArea"] as const) {
    await trx.deleteFrom(table).where("performanceId", "in", performanceIds).execute()
  }
  await trx.deleteFrom("performance").where("id", "in", performanceIds).execute()
}

export async function listStarts(db: Database, eventId: EventId) {
  return db
    .selectFrom("performance")
    .where("eventId", "=", eventId)
    .select(["id", "startsAt"])
    .execute()
}

/** A newer version of its terms: Redis, which keeps a copy, knows by it which of two is newer. */
export async function setTerms(
  trx: Transaction,
  performanceId: PerformanceId,
  terms: Updateable<PerformanceTable>,
) {
  await trx
    .updateTable("performance")
    .where("id", "=", performanceId)
    .set({ ...terms, version: sql`version + 1` })
    .execute()
}

/** All at once: no two areas may begin at one place, not even for a moment. */
export async function replaceAreas(
  trx: Transaction,
  performanceId: PerformanceId,
  areas: Omit<NewPerformanceArea, "performanceId">[],
) {
  await trx.deleteFrom("performanceArea").where("performanceId", "=", performanceId).execute()
  const rows = areas.map((area) => ({ performanceId, ...area }))
  await trx.insertInto("performanceArea").values(rows).execute()
}

export async function setWithheld(
  trx: Transaction,
  performanceId: PerformanceId,
  places: number[],
) {
  await trx
    .deleteFrom("soldPlace")
    .where("performanceId", "=", performanceId)
    .where("bookingId", "is", null)
    .execute()
  for (let at = 0; at < places.length; at += ROWS_PER_INSERT) {
    const rows = places.slice(at, at + ROWS_PER_INSERT)
    await trx
      .insertInto("soldPlace")
      .values(rows.map((place) => ({ performanceId, place, bookingId: null })))
      .execute()
  }
}
