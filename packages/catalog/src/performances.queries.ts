import type { PerformanceId, Place } from "@podo/contract/ids"
import type { Database, Transaction } from "@podo/db/connect"

/** Waits for a change of it that is under way. */
export async function lockPerformance(trx: Transaction, performanceId: PerformanceId) {
  return trx
    .selectFrom("performance")
    .where("id", "=", performanceId)
    .selectAll()
    .forUpdate()
    .executeTakeFirst()
}

/** The places that the house keeps of a performance, in their order. */
export async function listWithheld(db: Database, performanceId: PerformanceId): Promise<Place[]> {
  const rows = await db
    .selectFrom("soldPlace")
    .where("performanceId", "=", performanceId)
    .where("bookingId", "is", null)
    .select("place")
    .orderBy("place")
    .execute()
  return rows.map(({ place }) => place)
}
