import { findPublishedTerms } from "@podo/catalog/sale-terms.queries"
import type { PerformanceId } from "@podo/contract/ids"
import type { Stores } from "@podo/stores/stores"
import { loadRoom } from "./load-room.ts"
import { findRoom } from "./rooms.queries.ts"

/**
 * Tells Redis of a change to a room that is committed. Harmless to repeat, and where there is no room. Nothing is
 * done for a draft: nobody comes, and when it is deleted nothing is left behind.
 */
export async function reconcileRoom(stores: Stores, performanceId: PerformanceId): Promise<void> {
  if (!(await findPublishedTerms(stores.db, performanceId))) return
  if (await findRoom(stores.db, performanceId)) await loadRoom(stores, performanceId)
}
