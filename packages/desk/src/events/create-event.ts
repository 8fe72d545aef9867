import type { CreateEvent, DeskEvent } from "@podo/contract/desk"
import { Refused } from "@podo/contract/refusal"
import type { Transaction } from "@podo/db/connect"
import { insertOutbox } from "@podo/db/outbox.queries"
import type { Stores } from "@podo/stores/stores"
import { inTransaction } from "@podo/db/transaction"
import { findOrganizer } from "../organizers.queries.ts"
import type { Organizer } from "../own-event.ts"
import { type PosterFile, posterFileOf } from "@podo/posters/poster-file"
import { setPosterFile } from "@podo/catalog/posters.queries"
import { setSearchText } from "@podo/catalog/search.queries"
import { insertAudit } from "../history/audit.queries.ts"
import { insertEvent } from "./desk-events.queries.ts"
import { readDeskEvent } from "./read-desk-event.ts"
import { tellOfChange } from "./tell-of-change.ts"
import { writeDates } from "../performances/write-dates.ts"

/**
 * Writes a draft with its poster and its dates, all of it or nothing. The same event again, by the same organizer,
 * is the event as it stands. Refuses with NOT_VALID and NOT_FOUND (of a venue or a hall).
 */
export async function createEvent(
  stores: Stores,
  organizer: Organizer,
  input: CreateEvent,
): Promise<DeskEvent> {
  const { eventId } = input
  const poster = await posterFileOf(input.poster, input)
  const isNew = await inTransaction(stores.db, (trx) => writeEvent(trx, organizer, input, poster))
  if (isNew) await tellOfChange(stores, eventId)
  return readDeskEvent(stores, organizer, { eventId })
}

async function writeEvent(
  trx: Transaction,
  organizer: Organizer,
  input: CreateEvent,
  poster: PosterFile,
): Promise<boolean> {
  const { userId } = organizer
  const { eventId, title, category, dates } = input
  // First of all: whoever sends the same again at this moment waits here, and then finds all of it.
  if (!(await insertEvent(trx, userId, input))) {
    // Without a lock: many who send the same at once would wait for each other's.
    const known = await findOrganizer(trx, eventId)
    if (known?.organizerId === userId) return false
    throw new Refused({
      code: "NOT_VALID",
      problems: [{ path: "eventId", problem: "id-taken" }],
    })
  }
  await setPosterFile(trx, eventId, poster)
  const event = { ...input, id: eventId, organizerId: userId }
  const added = dates ? await writeDates(trx, organizer, event, dates) : { performances: 0 }
  await setSearchText(trx, eventId)
  await insertAudit(trx, {
    userId,
    eventId,
    action: "event-created",
    after: { title, category, ...added },
  })
  await insertOutbox(trx, "event-changed", eventId)
  return true
}
