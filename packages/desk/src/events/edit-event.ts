import type { DeskEvent, EditEvent } from "@podo/contract/desk"
import { Refused } from "@podo/contract/refusal"
import type { Transaction } from "@podo/db/connect"
import { insertOutbox } from "@podo/db/outbox.queries"
import type { Stores } from "@podo/stores/stores"
import { inTransaction } from "@podo/db/transaction"
import { type Organizer, ownEvent } from "../own-event.ts"
import { drawnPosterOf } from "@podo/posters/poster-file"
import { findPosterFacts, setPosterFile } from "@podo/catalog/posters.queries"
import { setSearchText } from "@podo/catalog/search.queries"
import { insertAudit } from "../history/audit.queries.ts"
import {
  type EventFacts,
  eventFactsOf,
  hasVenue,
  lockEvent,
  setEventFacts,
  setSpan,
} from "./desk-events.queries.ts"
import { listStarts } from "../performances/desk-performances.queries.ts"
import { keepClockTimes } from "../performances/keep-clock-times.ts"
import { differencesOf } from "../history/differences.ts"
import { refuseUnseen } from "../history/etag.ts"
import { type FieldProblem, refuseProblems } from "../not-valid.ts"
import { readDeskEvent } from "./read-desk-event.ts"
import { tellOfChange } from "./tell-of-change.ts"

/**
 * Says anew what an event is. Its venue stays once it has performances, its time zone once it is public; where that
 * of a draft changes, its times stay on the clock. Writes nothing when nothing differs. Refuses with NOT_FOUND,
 * NOT_ALLOWED, EDITED_MEANWHILE and NOT_VALID.
 */
export async function editEvent(
  stores: Stores,
  organizer: Organizer,
  input: EditEvent,
): Promise<DeskEvent> {
  const { eventId } = input
  const isChanged = await inTransaction(stores.db, async (trx) => {
    await ownEvent(trx, organizer, eventId)
    return writeFacts(trx, organizer, input)
  })
  if (isChanged) await tellOfChange(stores, eventId)
  return readDeskEvent(stores, organizer, { eventId })
}

type EventRow = NonNullable<Awaited<ReturnType<typeof lockEvent>>>

async function writeFacts(
  trx: Transaction,
  { userId }: Organizer,
  input: EditEvent,
): Promise<boolean> {
  const { eventId } = input
  const event = await lockEvent(trx, eventId)
  if (!event) throw new Refused({ code: "NOT_FOUND", what: "event" })
  const facts = eventFactsOf(input)
  const before = eventFactsOf({ ...event, eventId })
  const changes = differencesOf(before, facts)
  if (!changes) return false
  refuseUnseen(input.etag, before)
  await refuseFixed(trx, event, facts)
  await setEventFacts(trx, eventId, facts)
  if (facts.timeZone !== event.timeZone) {
    await keepClockTimes(trx, eventId, { from: event.timeZone, to: facts.timeZone })
    await setSpan(trx, eventId)
  }
  await redrawPoster(trx, event, facts)
  await setSearchText(trx, eventId)
  await insertAudit(trx, { userId, eventId, action: "event-edited", ...changes })
  await insertOutbox(trx, "event-changed", eventId)
  return true
}

async function refuseFixed(trx: Transaction, event: EventRow, facts: EventFacts) {
  const problems: FieldProblem[] = []
  if (facts.venueId !== event.venueId) {
    if (!(await hasVenue(trx, facts.venueId))) {
      throw new Refused({ code: "NOT_FOUND", what: "venue" })
    }
    const { length: performances } = await listStarts(trx, event.id)
    if (event.publishedAt) problems.push({ path: "venueId", problem: "fixed-since-published" })
    else if (performances > 0) problems.push({ path: "venueId", problem: "hall-elsewhere" })
  }
  if (facts.timeZone !== event.timeZone && event.publishedAt) {
    problems.push({ path: "timeZone", problem: "fixed-since-published" })
  }
  refuseProblems(problems)
}

/** A poster that was drawn of the title follows it: it is the same as one that would be drawn of the old one. */
async function redrawPoster(trx: Transaction, event: EventRow, facts: EventFacts) {
  const eventId = event.id
  const poster = await findPosterFacts(trx, eventId)
  if (poster?.digest !== drawnPosterOf({ ...event, eventId }).digest) return
  await setPosterFile(trx, eventId, drawnPosterOf({ ...facts, eventId }))
}
