import type { CreateEvent, DeskEvent } from "@podo/contract/desk"
import type { Stores } from "@podo/db/stores"
import type { Organizer } from "../own-event.ts"

/** Writes a draft. */
export async function createEvent(
  _stores: Stores,
  _organizer: Organizer,
  _input: CreateEvent,
): Promise<DeskEvent> {
  throw new Error("createEvent")
}
