import type { Organizer } from "@podo/catalog/own-event"
import type { ChangedPlaces, WithholdPlaces } from "@podo/contract/desk-sale"
import type { Stores } from "@podo/db/stores"

/** Keeps places for the house. */
export async function withholdPlaces(
  _stores: Stores,
  _organizer: Organizer,
  _input: WithholdPlaces,
): Promise<ChangedPlaces> {
  throw new Error("withholdPlaces")
}
