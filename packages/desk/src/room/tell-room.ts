import type { PerformanceId } from "@podo/contract/ids"
import type { Stores } from "@podo/stores/stores"
import { followRoom } from "@podo/waiting-room/follow-room"

/** After the commit. What goes wrong here, the outbox does again: the change itself has succeeded. */
export async function tellRoom(stores: Stores, performanceId: PerformanceId): Promise<void> {
  await followRoom(stores, performanceId).catch((error: unknown) =>
    stores.onDefect(error, "telling of a change to a waiting room"),
  )
}
