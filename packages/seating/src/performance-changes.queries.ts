import type { PerformanceId } from "@podo/contract/ids"
import type { Database, Transaction } from "@podo/db/connect"
import { sql } from "kysely"

/** The moment by the database's clock. */
export async function findNow(db: Database): Promise<Date> {
  const { rows } = await sql<{ now: Date }>`SELECT NOW(3) AS now`.execute(db)
  if (!rows[0]) throw new Error("The database has no clock.")
  return rows[0].now
}

/** The version rises with every change of terms: Redis follows newer ones only. */
export async function setSaleClosesAt(
  trx: Transaction,
  performanceId: PerformanceId,
  saleClosesAt: Date,
) {
  await trx
    .updateTable("performance")
    .where("id", "=", performanceId)
    .set({ saleClosesAt, version: sql`version + 1` })
    .execute()
}

export async function setPerformanceCancelled(
  trx: Transaction,
  performanceId: PerformanceId,
  cancelledAt: Date,
) {
  await trx
    .updateTable("performance")
    .where("id", "=", performanceId)
    .set({ cancelledAt, version: sql`version + 1` })
    .execute()
}
