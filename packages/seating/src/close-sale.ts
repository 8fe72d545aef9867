import type { Organizer } from "@podo/catalog/own-event"
import type { DeskEvent } from "@podo/contract/desk"
import type { OfPerformance } from "@podo/contract/seating"
import type { Stores } from "@podo/db/stores"

/** Ends a sale now. */
export async function closeSale(
  _stores: Stores,
  _organizer: Organizer,
  _input: OfPerformance,
): Promise<DeskEvent> {
  throw new Error("closeSale")
}
