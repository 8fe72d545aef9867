import type { History, ListHistory } from "@podo/contract/desk"
import type { Stores } from "@podo/db/stores"
import type { Organizer } from "../own-event.ts"

/** Who changed what. */
export async function listHistory(
  _stores: Stores,
  _organizer: Organizer,
  _input: ListHistory,
): Promise<History> {
  throw new Error("listHistory")
}
