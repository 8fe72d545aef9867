import type { DeskEventPage, ListDeskEvents } from "@podo/contract/desk"
import type { Stores } from "@podo/db/stores"
import type { Organizer } from "../own-event.ts"

/** What an organizer has. */
export async function listDeskEvents(
  _stores: Stores,
  _organizer: Organizer,
  _input: ListDeskEvents,
): Promise<DeskEventPage> {
  throw new Error("listDeskEvents")
}
