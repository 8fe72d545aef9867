import type { Dates } from "@podo/contract/desk-performance"
import { type EventId, PerformanceId, type UserId, type VenueId } from "@podo/contract/ids"
import { PERFORMANCES_PER_EVENT_MAX } from "@podo/contract/limits"
import { Refused } from "@podo/contract/refusal"
import type { Transaction } from "@podo/db/connect"
import { listHallAreas, lockHall } from "../halls/halls.queries.ts"
import { mayUse } from "../halls/usable-hall.ts"
import type { Organizer } from "../own-event.ts"
import { areasOnSale } from "./areas-on-sale.ts"
import { setSpan } from "../events/desk-events.queries.ts"
import { insertPerformances, listStarts } from "./desk-performances.queries.ts"
import { findClashes } from "./hall-times.ts"
import { type FieldProblem, refuseProblems } from "../not-valid.ts"
import { type Planned, plannedOf } from "./planned-performances.ts"

const SECONDS_PER_MINUTE = 60

type EventWithDates = { id: EventId; organizerId: UserId; venueId: VenueId; timeZone: string }

/** The added dates, for the history. */
export type AddedDates = { performances: number; firstStartsAt: string; lastStartsAt: string }

/**
 * Writes the performances that an input names, with their areas, and the event's new span. The event must be
 * locked. Refuses with NOT_FOUND for a hall that is not there or not this organizer's to use, and with NOT_VALID.
 */
export async function writeDates(
  trx: Transaction,
  organizer: Organizer,
  event: EventWithDates,
  dates: Dates,
): Promise<AddedDates> {
  const hall = await lockHall(trx, dates.hallId)
  if (!hall || !mayUse(organizer, hall)) throw new Refused({ code: "NOT_FOUND", what: "hall" })
  if (hall.venueId !== event.venueId) {
    refuseProblems([{ path: "dates.hallId", problem: "hall-elsewhere" }])
  }
  const known = await listHallAreas(trx, [hall.id])
  const { areas, capacity, problems: ofAreas } = areasOnSale(known, dates.areas, "dates.areas")
  const { planned, problems: ofDays } = plannedOf(dates, event.timeZone)
  // No calendar is looked through for days that are none.
  if (ofDays.length > 0) refuseProblems([...ofAreas, ...ofDays])
  const rows = planned.map((terms) => rowOf(terms, { event, hallId: hall.id, capacity }))
  const times = planned.map(({ startsAt, endsAt, path, day }) => ({
    startsAt: new Date(startsAt),
    endsAt: new Date(endsAt),
    path,
    ...(day !== undefined && { day }),
  }))
  const place = { hallId: hall.id, organizerId: event.organizerId }
  const ofStarts = await findWrongStarts(trx, event.id, planned, dates)
  const clashes = await findClashes(trx, place, times)
  const said = new Set(ofStarts.map(({ path }) => path))
  refuseProblems([...ofAreas, ...ofStarts, ...clashes.filter(({ path }) => !said.has(path))])
  const areaRows = rows.flatMap(({ id }) => areas.map((area) => ({ performanceId: id, ...area })))
  await insertPerformances(trx, rows, areaRows)
  await setSpan(trx, event.id)
  const starts = rows.map(({ startsAt }) => startsAt.getTime())
  return {
    performances: rows.length,
    firstStartsAt: new Date(Math.min(...starts)).toISOString(),
    lastStartsAt: new Date(Math.max(...starts)).toISOString(),
  }
}

type Surroundings = { event: EventWithDates; hallId: Dates["hallId"]; capacity: number }

const rowOf = (terms: Planned, { event, hallId, capacity }: Surroundings) => ({
  id: PerformanceId.parse(Bun.randomUUIDv7()),
  eventId: event.id,
  hallId,
  startsAt: new Date(terms.startsAt),
  endsAt: new Date(terms.endsAt),
  saleOpensAt: new Date(terms.saleOpensAt),
  saleClosesAt: new Date(terms.saleClosesAt),
  cancelUntil: new Date(terms.cancelUntil),
  limitPerUser: terms.limitPerUser,
  holdSeconds: terms.holdMinutes * SECONDS_PER_MINUTE,
  capacity,
})

/** Starts that have passed, that are there already, or that are too many. */
async function findWrongStarts(
  trx: Transaction,
  eventId: EventId,
  planned: Planned[],
  dates: Dates,
): Promise<FieldProblem[]> {
  const known = await listStarts(trx, eventId)
  if (known.length + planned.length > PERFORMANCES_PER_EVENT_MAX) {
    const path = "run" in dates ? "dates.run.lastDay" : "dates.performances"
    return [{ path, problem: "too-many-performances" }]
  }
  const starts = new Set(known.map(({ startsAt }) => startsAt.getTime()))
  const now = Date.now()
  const problems = new Map<string, FieldProblem>()
  for (const { startsAt, path } of planned) {
    const at = Date.parse(startsAt)
    if (at <= now) problems.set(path, { path, problem: "in-the-past" })
    else if (starts.has(at)) problems.set(path, { path, problem: "same-start" })
    starts.add(at)
  }
  return [...problems.values()]
}
