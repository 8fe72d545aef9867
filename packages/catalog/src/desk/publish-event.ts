import type { DeskEvent, OfEvent } from "@podo/contract/desk"
import type { Stores } from "@podo/db/stores"
import type { Organizer } from "../own-event.ts"

/** Makes a draft public. */
export async function publishEvent(
  _stores: Stores,
  _organizer: Organizer,
  _input: OfEvent,
): Promise<DeskEvent> {
  throw new Error("publishEvent")
}
