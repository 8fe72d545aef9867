import type { Organizer } from "@podo/catalog/own-event"
import type { Sale } from "@podo/contract/desk-sale"
import type { OfPerformance } from "@podo/contract/seating"
import type { Stores } from "@podo/db/stores"

/** A sale as it is now. */
export async function readSale(
  _stores: Stores,
  _organizer: Organizer,
  _input: OfPerformance,
): Promise<Sale> {
  throw new Error("readSale")
}
