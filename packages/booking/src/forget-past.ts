import { listPerformancesClosed } from "@podo/catalog/sale-terms.queries"
import type { Stores } from "@podo/db/stores"
import { unloadPlaces } from "@podo/seating/unload-places"
import { deleteDoneOutbox } from "@podo/db/outbox.queries"

const DAY_MS = 86_400_000

/** Keeps neither store from growing with what is over: places of closed sales, and work that was done. */
export async function forgetPast(stores: Stores): Promise<void> {
  const closed = await listPerformancesClosed(stores.db, new Date(Date.now() - DAY_MS))
  for (const performanceId of closed) await unloadPlaces(stores, performanceId)
  await deleteDoneOutbox(stores.db)
}
