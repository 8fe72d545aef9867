import type { OfPerformance } from "@podo/contract/seating"
import type { Stores } from "@podo/db/stores"
import type { Organizer } from "../own-event.ts"

/** Removes a performance that nobody has booked. */
export async function removePerformance(
  _stores: Stores,
  _organizer: Organizer,
  _input: OfPerformance,
): Promise<Record<string, never>> {
  throw new Error("removePerformance")
}
