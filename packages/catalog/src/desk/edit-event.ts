import type { DeskEvent, EditEvent } from "@podo/contract/desk"
import type { Stores } from "@podo/db/stores"
import type { Organizer } from "../own-event.ts"

/** Changes what an event is. */
export async function editEvent(
  _stores: Stores,
  _organizer: Organizer,
  _input: EditEvent,
): Promise<DeskEvent> {
  throw new Error("editEvent")
}
