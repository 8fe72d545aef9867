import type { OfEvent } from "@podo/contract/desk"
import type { Stores } from "@podo/db/stores"
import type { Organizer } from "../own-event.ts"

/** Deletes a draft. */
export async function deleteEvent(
  _stores: Stores,
  _organizer: Organizer,
  _input: OfEvent,
): Promise<Record<string, never>> {
  throw new Error("deleteEvent")
}
