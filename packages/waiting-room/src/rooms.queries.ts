import type { PerformanceId } from "@podo/contract/ids"
import type { Database } from "@podo/db/connect"
import { sql } from "kysely"

/** How a room is run, and its seed: a secret until the sale opens. Nothing where there never was one. */
export async function findRoom(db: Database, performanceId: PerformanceId) {
  return db
    .selectFrom("waitingRoom")
    .where("performanceId", "=", performanceId)
    .selectAll()
    .executeTakeFirst()
}

/**
 * Performances with a waiting room whose lobby is open, or whose sale is, or was within the last day: somebody may
 * wait there, or be inside. A draft has no line. By MySQL's clock: a worker's own may be wrong.
 */
export async function listOpenRooms(db: Database): Promise<PerformanceId[]> {
  const now = sql<Date>`NOW(3)`
  const rows = await db
    .selectFrom("waitingRoom")
    .innerJoin("performance", "performance.id", "waitingRoom.performanceId")
    .innerJoin("event", "event.id", "performance.eventId")
    .where("performance.waitingRoom", "=", true)
    .where("performance.saleClosesAt", ">", sql<Date>`NOW(3) - INTERVAL 1 DAY`)
    .where((where) =>
      where.or([
        where("waitingRoom.lobbyOpensAt", "<=", now),
        where("performance.saleOpensAt", "<=", now),
      ]),
    )
    .where("event.publishedAt", "is not", null)
    .select("performance.id")
    .execute()
  return rows.map(({ id }) => id)
}
