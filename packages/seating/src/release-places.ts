import type { Organizer } from "@podo/catalog/own-event"
import type { ChangedPlaces, ReleasePlaces } from "@podo/contract/desk-sale"
import type { Stores } from "@podo/db/stores"

/** Gives places of the house to the sale. */
export async function releasePlaces(
  _stores: Stores,
  _organizer: Organizer,
  _input: ReleasePlaces,
): Promise<ChangedPlaces> {
  throw new Error("releasePlaces")
}
