import type { AddPerformances, DeskEvent } from "@podo/contract/desk"
import { Refused } from "@podo/contract/refusal"
import { insertOutbox } from "@podo/db/outbox.queries"
import type { Stores } from "@podo/stores/stores"
import { inTransaction } from "@podo/db/transaction"
import { type Organizer, ownEvent } from "../own-event.ts"
import { insertAudit } from "../history/audit.queries.ts"
import { lockEvent } from "../events/desk-events.queries.ts"
import { readDeskEvent } from "../events/read-desk-event.ts"
import { tellOfChange } from "../events/tell-of-change.ts"
import { writeDates } from "./write-dates.ts"

/**
 * Adds performances to an event, also to one that is public. Sending the same again is refused, for an event has
 * one performance at a time. Refuses with NOT_FOUND, NOT_ALLOWED and NOT_VALID.
 */
export async function addPerformances(
  stores: Stores,
  organizer: Organizer,
  { eventId, dates }: AddPerformances,
): Promise<DeskEvent> {
  await inTransaction(stores.db, async (trx) => {
    await ownEvent(trx, organizer, eventId)
    const event = await lockEvent(trx, eventId)
    if (!event) throw new Refused({ code: "NOT_FOUND", what: "event" })
    const after = await writeDates(trx, organizer, event, dates)
    const { userId } = organizer
    await insertAudit(trx, { userId, eventId, action: "performances-added", after })
    await insertOutbox(trx, "event-changed", eventId)
  })
  await tellOfChange(stores, eventId)
  return readDeskEvent(stores, organizer, { eventId })
}
