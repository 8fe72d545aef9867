import type { Organizer } from "@podo/catalog/own-event"
import type { CancelledPerformance } from "@podo/contract/desk-sale"
import type { OfPerformance } from "@podo/contract/seating"
import type { PerformanceId } from "@podo/contract/ids"
import type { Stores } from "@podo/db/stores"

/** Calls a performance off. */
export async function cancelPerformance(
  _stores: Stores,
  _organizer: Organizer,
  _input: OfPerformance,
): Promise<CancelledPerformance> {
  throw new Error("cancelPerformance")
}

/** Cancels every booking of a performance that does not take place. Harmless to repeat. */
export async function cancelBookingsOf(
  _stores: Stores,
  _performanceId: PerformanceId,
): Promise<void> {}
