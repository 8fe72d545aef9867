import type { PerformanceId } from "@podo/contract/ids"
import type { Stores } from "@podo/stores/stores"
import { reconcilePerformance } from "@podo/seating/reconcile-performance"

/** Moves the opening of a sale, without any of the questions that the desk would ask; by default to this very moment. */
export async function openSaleAt(stores: Stores, performanceId: PerformanceId, at = new Date()) {
  await stores.db
    .updateTable("performance")
    .where("id", "=", performanceId)
    .set((row) => ({ saleOpensAt: at, version: row("version", "+", 1) }))
    .execute()
  await reconcilePerformance(stores, performanceId)
}
