import type { PerformanceId } from "@podo/contract/ids"
import type { Stores } from "@podo/stores/stores"
import { reconcileRoom } from "@podo/waiting-room/reconcile-room"

/** After the commit. A failure here is mended by the outbox: the change itself has succeeded. */
export async function tellRoom(stores: Stores, performanceId: PerformanceId): Promise<void> {
  await reconcileRoom(stores, performanceId).catch((error: unknown) =>
    stores.onDefect(error, "telling of a change to a waiting room"),
  )
}
