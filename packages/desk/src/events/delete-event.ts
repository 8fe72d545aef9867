import type { OfEvent } from "@podo/contract/desk"
import { Refused } from "@podo/contract/refusal"
import { insertOutbox } from "@podo/db/outbox.queries"
import type { Stores } from "@podo/stores/stores"
import { inTransaction } from "@podo/db/transaction"
import { type Organizer, ownEvent } from "../own-event.ts"
import { insertAudit } from "../history/audit.queries.ts"
import { deleteEventRow, lockEvent } from "./desk-events.queries.ts"
import { deletePerformances, listStarts } from "../performances/desk-performances.queries.ts"
import { tellOfChange } from "./tell-of-change.ts"

/**
 * Deletes a draft with all that belongs to it; only the history stays. Refuses with NOT_FOUND, NOT_ALLOWED and
 * ALREADY_PUBLISHED.
 */
export async function deleteEvent(
  stores: Stores,
  organizer: Organizer,
  { eventId }: OfEvent,
): Promise<Record<string, never>> {
  await inTransaction(stores.db, async (trx) => {
    await ownEvent(trx, organizer, eventId)
    const event = await lockEvent(trx, eventId)
    if (!event) throw new Refused({ code: "NOT_FOUND", what: "event" })
    if (event.publishedAt) throw new Refused({ code: "ALREADY_PUBLISHED" })
    const performances = await listStarts(trx, eventId)
    await deletePerformances(
      trx,
      performances.map(({ id }) => id),
    )
    await deleteEventRow(trx, eventId)
    const { title, category } = event
    await insertAudit(trx, {
      userId: organizer.userId,
      eventId,
      action: "event-deleted",
      before: { title, category, performances: performances.length },
    })
    await insertOutbox(trx, "event-changed", eventId)
  })
  await tellOfChange(stores, eventId)
  return {}
}
