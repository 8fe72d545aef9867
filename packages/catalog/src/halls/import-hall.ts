import type { ImportHall, ImportedHall } from "@podo/contract/hall"
import type { Stores } from "@podo/db/stores"
import type { Organizer } from "../own-event.ts"

/** Reads a hall from a file. */
export async function importHall(
  _stores: Stores,
  _organizer: Organizer,
  _input: ImportHall,
): Promise<ImportedHall> {
  throw new Error("importHall")
}
