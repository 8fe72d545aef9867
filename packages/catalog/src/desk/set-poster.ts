import type { DeskEvent, SetPoster } from "@podo/contract/desk"
import type { Stores } from "@podo/db/stores"
import type { Organizer } from "../own-event.ts"

/** Gives an event another poster. */
export async function setPoster(
  _stores: Stores,
  _organizer: Organizer,
  _input: SetPoster,
): Promise<DeskEvent> {
  throw new Error("setPoster")
}
