import { changeTerms } from "@podo/catalog/desk/change-terms"
import { readDeskEvent } from "@podo/catalog/desk/read-desk-event"
import type { Organizer } from "@podo/catalog/own-event"
import type { DeskEvent } from "@podo/contract/desk"
import type { EditPerformance } from "@podo/contract/desk-performance"
import type { Stores } from "@podo/stores/stores"
import { inTransaction } from "@podo/db/transaction"
import { tellChange } from "./follow-performance.ts"

/**
 * Changes the terms of a sale. Whoever has more places than a new limit allows keeps them, and gets no more.
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
