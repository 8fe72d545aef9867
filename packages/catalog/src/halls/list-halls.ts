import type { Halls } from "@podo/contract/hall"
import type { Stores } from "@podo/db/stores"
import type { Organizer } from "../own-event.ts"

/** Halls that an organizer may use. */
export async function listHalls(_stores: Stores, _organizer: Organizer): Promise<Halls> {
  throw new Error("listHalls")
}
