import type { Organizer } from "@podo/catalog/own-event"
import type { DeskEvent } from "@podo/contract/desk"
import type { EditPerformance } from "@podo/contract/desk-performance"
import type { Stores } from "@podo/db/stores"

/** Changes the terms of a sale. */
export async function editPerformance(
  _stores: Stores,
  _organizer: Organizer,
  _input: EditPerformance,
): Promise<DeskEvent> {
  throw new Error("editPerformance")
}
