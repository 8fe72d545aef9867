import { listPerformancesClosed } from "@podo/catalog/sale-terms.queries"
import { findNow } from "@podo/db/clock.queries"
import type { Stores } from "@podo/stores/stores"
import { unloadPlaces } from "@podo/seating/unload-places"

const DAY_MS = 86_400_000

/**
 * Keeps Redis from growing with what is over: places of closed sales with their lines. By MySQL's clock: a worker whose own is wrong would end the holds and the line of a sale that goes on.
 */
export async function forgetPast(stores: Stores): Promise<void> {
  const now = await findNow(stores.db)
  const closed = await listPerformancesClosed(stores.db, new Date(now.getTime() - DAY_MS))
  for (const performanceId of closed) await unloadPlaces(stores, performanceId)
}
