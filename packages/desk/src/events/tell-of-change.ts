import type { EventId } from "@podo/contract/ids"
import type { Stores } from "@podo/stores/stores"
import { announceChange } from "@podo/catalog/announce-change"

/** After the commit. A failure here is mended by the outbox: the change itself has succeeded. */
export async function tellOfChange(stores: Stores, eventId: EventId) {
  await announceChange(stores, eventId).catch((error: unknown) =>
    stores.onDefect(error, "announcing a change"),
  )
}
