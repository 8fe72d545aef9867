import type { EventId, HallId, PerformanceId } from "@podo/contract/ids"
import type { Database } from "@podo/db/connect"

/** A performance in this hall whose sale is open. */
export async function findOnSale(
  db: Database,
  hallId: HallId,
): Promise<{ eventId: EventId; performanceId: PerformanceId } | undefined> {
  const now = new Date()
  return db
    .selectFrom("performance")
    .where("hallId", "=", hallId)
    .where("saleOpensAt", "<", now)
    .where("saleClosesAt", ">", now)
    .where("cancelledAt", "is", null)
    .orderBy("startsAt")
    .select(["eventId", "id as performanceId"])
    .executeTakeFirst()
}
