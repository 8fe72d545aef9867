import type { PerformanceId } from "@podo/contract/ids"
import type { Transaction } from "@podo/db/connect"
import { sql } from "kysely"

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
