import type { EditPerformance } from "@podo/contract/desk-performance"
import type { EventId } from "@podo/contract/ids"
import type { Transaction } from "@podo/db/connect"
import type { Organizer } from "../own-event.ts"

/**
 * Writes the terms of a performance to MySQL: the performance with its next version, what its areas cost, the
 * event's span, the history, and the outbox rows "event-changed" and "performance-changed". Locks the event, the
 * hall and the performance, in this order. Nothing is written when nothing differs. When the number of places of
 * a standing area changes, places that the house keeps move with their area.
 *
 * The caller owns the transaction. After the commit it announces the event's change and makes Redis follow; the
 * outbox repeats both. Refuses with NOT_FOUND, NOT_ALLOWED, and NOT_VALID with paths of the input.
 */
export async function changeTerms(
  _trx: Transaction,
  _organizer: Organizer,
  _input: EditPerformance,
): Promise<{ eventId: EventId; changed: boolean }> {
  throw new Error("changeTerms")
}
