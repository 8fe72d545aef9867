import type { EditPerformance } from "@podo/contract/desk-performance"
import type { EventId, UserId } from "@podo/contract/ids"
import { Refused } from "@podo/contract/refusal"
import { findNow } from "@podo/db/clock.queries"
import type { Transaction } from "@podo/db/connect"
import { insertOutbox } from "@podo/db/outbox.queries"
import { lockHall } from "../halls/halls.queries.ts"
import type { Organizer } from "../own-event.ts"
import { ownPerformance } from "../own-performance.ts"
import { listAreas } from "@podo/catalog/sale-terms.queries"
import { areasOnSale } from "./areas-on-sale.ts"
import { insertAudit } from "../history/audit.queries.ts"
import { lockEvent, setSpan } from "../events/desk-events.queries.ts"
import { lockPerformance } from "@podo/catalog/performances.queries"
import {
  findLobbyOpensAt,
  listStarts,
  replaceAreas,
  setTerms,
} from "./desk-performances.queries.ts"
import { differencesOf } from "../history/differences.ts"
import { refuseUnseen } from "../history/etag.ts"
import { findClashes } from "./hall-times.ts"
import { lobbyProblemOf } from "./lobby-times.ts"
import { type FieldProblem, refuseProblems } from "../not-valid.ts"
import {
  findBrokenPromises,
  fixedSinceOpened,
  isNearlyOpen,
  type KeptTerms,
  keptTermsOf,
  performanceFactsOf,
} from "./terms-facts.ts"
import { findUnhoused, moveWithheld } from "./withheld-places.ts"

/**
 * Writes the terms of a performance to MySQL: the performance with its next version, what its areas cost, the
 * event's span, the history, and the outbox rows "event-changed" and "performance-changed". Locks the event, the
 * hall and the performance, in this order. Nothing is written when nothing differs. When the number of places of
 * a standing area changes, places that the house keeps move with their area; none of them may be beyond its end.
 *
 * The caller owns the transaction. After the commit it announces the event's change and makes Redis follow; the
 * outbox repeats both. Refuses with NOT_FOUND, NOT_ALLOWED, EDITED_MEANWHILE, and
 * NOT_VALID with paths of the input.
 */
export async function changeTerms(
  trx: Transaction,
  organizer: Organizer,
  input: EditPerformance,
): Promise<{ eventId: EventId; changed: boolean }> {
  const { performanceId } = input
  const { eventId, hallId } = await ownPerformance(trx, organizer, performanceId)
  const event = await lockEvent(trx, eventId)
  await lockHall(trx, hallId)
  const performance = await lockPerformance(trx, performanceId)
  if (!event || !performance) throw new Refused({ code: "NOT_FOUND", what: "performance" })
  const known = await listAreas(trx, performanceId)
  const { areas, capacity, problems } = areasOnSale(known, input.areas, "areas")
  refuseProblems(problems)
  const terms = keptTermsOf(input, performance)
  const before = performanceFactsOf(performance, known)
  const changes = differencesOf(before, performanceFactsOf(terms, areas))
  if (!changes) return { eventId, changed: false }
  refuseUnseen(input.etag, before)
  if (performance.cancelledAt) {
    refuseProblems([{ path: "performanceId", problem: "fixed-since-cancelled" }])
  }
  // A draft has been seen by no one: its sale is not open, whatever its terms say.
  const isOpen = isNearlyOpen(performance, await findNow(trx))
  if (event.publishedAt && isOpen) {
    refuseProblems(fixedSinceOpened(changes.after, input.areas))
    refuseProblems(findBrokenPromises(terms, performance))
  }
  refuseProblems(await findWrongTimes(trx, { performance, organizerId: event.organizerId, terms }))
  refuseProblems(await findWrongLobby(trx, performance, terms))
  refuseProblems(await findUnhoused(trx, performanceId, { from: known, to: areas, input }))
  await setTerms(trx, performanceId, { ...terms, capacity })
  if (Object.keys(changes.after).some((field) => field.startsWith("areas."))) {
    await moveWithheld(trx, performanceId, { from: known, to: areas })
    await replaceAreas(trx, performanceId, areas)
  }
  await setSpan(trx, eventId)
  const { userId } = organizer
  const audited = { userId, eventId, performanceId, ...changes }
  await insertAudit(trx, { ...audited, action: "performance-edited" })
  await insertOutbox(trx, "event-changed", eventId)
  await insertOutbox(trx, "performance-changed", performanceId)
  return { eventId, changed: true }
}

type Performance = NonNullable<Awaited<ReturnType<typeof lockPerformance>>>
type Moved = { performance: Performance; organizerId: UserId; terms: KeptTerms }

/** A performance that stays where it is stands in nobody's way. */
async function findWrongTimes(
  trx: Transaction,
  { performance, organizerId, terms }: Moved,
): Promise<FieldProblem[]> {
  const { id, eventId, hallId } = performance
  const path = "startsAt"
  const isMoved = terms.startsAt.getTime() !== performance.startsAt.getTime()
  if (isMoved && terms.startsAt <= new Date()) return [{ path, problem: "in-the-past" }]
  if (!isMoved && terms.endsAt <= performance.endsAt) return []
  const starts = await listStarts(trx, eventId)
  const isTaken = starts.some(
    (other) => other.id !== id && other.startsAt.getTime() === terms.startsAt.getTime(),
  )
  if (isTaken) return [{ path, problem: "same-start" }]
  const place = { hallId, organizerId }
  return findClashes(trx, place, [{ ...terms, path }], new Set([id]))
}

/** The lobby of a waiting room stays where it is, and the sale must not leave it behind. */
async function findWrongLobby(
  trx: Transaction,
  { id, waitingRoom, saleOpensAt: opened }: Performance,
  { saleOpensAt }: KeptTerms,
): Promise<FieldProblem[]> {
  if (!waitingRoom || saleOpensAt.getTime() === opened.getTime()) return []
  const lobbyOpensAt = await findLobbyOpensAt(trx, id)
  const problem = lobbyOpensAt && lobbyProblemOf({ lobbyOpensAt, saleOpensAt })
  return problem ? [{ path: "saleOpensAt", problem }] : []
}
