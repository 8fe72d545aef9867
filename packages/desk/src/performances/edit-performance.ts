import { changeTerms } from "./change-terms.ts"
import { readDeskEvent } from "../events/read-desk-event.ts"
import type { Organizer } from "../own-event.ts"
import type { DeskEvent } from "@podo/contract/desk"
import type { EditPerformance } from "@podo/contract/desk-performance"
import type { Stores } from "@podo/stores/stores"
import { inTransaction } from "@podo/db/transaction"
import { tellChange } from "@podo/seating/reconcile-performance"

/**
 * Changes the terms of a sale. A person with more places than a new limit allows keeps them, and gets no more.
 * Refuses with NOT_FOUND, NOT_ALLOWED or NOT_VALID.
 */
export async function editPerformance(
  stores: Stores,
  organizer: Organizer,
  input: EditPerformance,
): Promise<DeskEvent> {
  const { performanceId } = input
  const { eventId } = await inTransaction(stores.db, (trx) => changeTerms(trx, organizer, input))
  await tellChange(stores, { performanceId, eventId })
  return readDeskEvent(stores, organizer, { eventId })
}
