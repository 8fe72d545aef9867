import type { DeskEvent, OfEvent } from "@podo/contract/desk"
import type { Stores } from "@podo/db/stores"
import type { Organizer } from "../own-event.ts"

/** All that an organizer may see of an event. */
export async function readDeskEvent(
  _stores: Stores,
  _organizer: Organizer,
  _input: OfEvent,
): Promise<DeskEvent> {
  throw new Error("readDeskEvent")
}
