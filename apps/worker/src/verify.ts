import { repairPerformance } from "@podo/booking/repair-performance"
import { verifyPerformance } from "@podo/booking/verify-performance"
import { listPerformancesOnSale } from "@podo/catalog/sale-terms.queries"
import type { PerformanceId } from "@podo/contract/ids"
import type { Stores } from "@podo/stores/stores"
import { listLoaded } from "@podo/seating/read-places"

/** A sale is looked at before it opens as well: when it does is among what may be wrong. */
const AHEAD_MS = 3_600_000

export type Finding = { performanceId: PerformanceId; drift: unknown[] }

/** Compares the stores performance by performance, repairs Redis where it must, and tells what was wrong. */
export async function verifyAll(stores: Stores, tell: (finding: Finding) => void): Promise<void> {
  const soon = new Date(Date.now() + AHEAD_MS)
  const onSale = await listPerformancesOnSale(stores.db, soon)
  // A performance that Redis does not know cannot be wrong there, and is not loaded for the sake of a look.
  for (const performanceId of await listLoaded(stores, onSale)) {
    try {
      const drift = await repairPerformance(stores, await verifyPerformance(stores, performanceId))
      if (drift.length > 0) tell({ performanceId, drift })
    } catch (error) {
      // One that cannot be looked at must not hide the others.
      stores.onDefect(error, `verifying ${performanceId}`)
    }
  }
}
