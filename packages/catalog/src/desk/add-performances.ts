import type { AddPerformances, DeskEvent } from "@podo/contract/desk"
import type { Stores } from "@podo/db/stores"
import type { Organizer } from "../own-event.ts"

/** Adds performances. */
export async function addPerformances(
  _stores: Stores,
  _organizer: Organizer,
  _input: AddPerformances,
): Promise<DeskEvent> {
  throw new Error("addPerformances")
}
