import type { DeskEvent, OfEvent } from "@podo/contract/desk"
import { Refused } from "@podo/contract/refusal"
import type { Transaction } from "@podo/db/connect"
import { insertOutbox } from "@podo/db/outbox.queries"
import type { Stores } from "@podo/stores/stores"
import { inTransaction } from "@podo/db/transaction"
import { lockHall } from "../halls/halls.queries.ts"
import { type Organizer, ownEvent } from "../own-event.ts"
import { insertAudit } from "../history/audit.queries.ts"
import { lockEvent, setPublished } from "./desk-events.queries.ts"
import {
  listPerformanceRows,
  type PerformanceRow,
} from "../performances/desk-performances.queries.ts"
import { findClashes } from "../performances/hall-times.ts"
import { type FieldProblem, refuseProblems } from "../not-valid.ts"
import { readDeskEvent } from "./read-desk-event.ts"
import { tellOfChange } from "./tell-of-change.ts"

/**
 * Makes a draft public, for good. Since it was written somebody else's event may have become public in the same
 * hall: who is public first has it. Refuses with NOT_VALID (paths name performances in the order of their starts),
 * and with ALREADY_PUBLISHED, also who sends the same again: the event is then as they wished it to be.
 */
export async function publishEvent(
  stores: Stores,
  organizer: Organizer,
  { eventId }: OfEvent,
): Promise<DeskEvent> {
  await inTransaction(stores.db, async (trx) => {
    await ownEvent(trx, organizer, eventId)
    const event = await lockEvent(trx, eventId)
    if (!event) throw new Refused({ code: "NOT_FOUND", what: "event" })
    if (event.publishedAt) throw new Refused({ code: "ALREADY_PUBLISHED" })
    const performances = await listPerformanceRows(trx, [eventId])
    refuseProblems(await findObstacles(trx, event, performances))
    await setPublished(trx, eventId)
    const { userId } = organizer
    const after = { performances: performances.length }
    await insertAudit(trx, { userId, eventId, action: "event-published", after })
    await insertOutbox(trx, "event-changed", eventId)
  })
  await tellOfChange(stores, eventId)
  return readDeskEvent(stores, organizer, { eventId })
}

type OwnedEvent = NonNullable<Awaited<ReturnType<typeof lockEvent>>>

async function findObstacles(
  trx: Transaction,
  { organizerId }: OwnedEvent,
  performances: PerformanceRow[],
): Promise<FieldProblem[]> {
  const now = new Date()
  const toCome = performances
    .map((performance, index) => ({ ...performance, path: `performances.${index}.startsAt` }))
    .filter(({ cancelledAt, endsAt }) => cancelledAt === null && endsAt > now)
  if (toCome.length === 0) return [{ path: "performances", problem: "no-performances" }]
  const own = new Set<string>(performances.map(({ id }) => id))
  const problems: FieldProblem[] = []
  const byHall = [...Map.groupBy(toCome, ({ hallId }) => hallId)]
  // Everybody locks halls in one order, or two who publish at once would wait for each other.
  for (const [hallId, there] of byHall.toSorted(([one], [other]) => (one < other ? -1 : 1))) {
    await lockHall(trx, hallId)
    const place = { hallId, organizerId }
    problems.push(...(await findClashes(trx, place, there, own)))
  }
  return problems
}
