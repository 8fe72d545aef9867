import type { DeskEvent, OfEvent } from "@podo/contract/desk"
import type { DeskArea, DeskPerformance } from "@podo/contract/desk-performance"
import { Refused } from "@podo/contract/refusal"
import type { Stores } from "@podo/stores/stores"
import { listAreasOfEvent } from "@podo/catalog/events.queries"
import { type Organizer, ownEvent } from "../own-event.ts"
import { posterUrlOf } from "@podo/catalog/posters.queries"
import { saleStateOf } from "@podo/catalog/sale-state"
import { etagOf } from "../history/etag.ts"
import { type DeskEventRow, eventFactsOf, findDeskEventRow } from "./desk-events.queries.ts"
import {
  countTaken,
  listPerformanceRows,
  type PerformanceRow,
  type TakenPlaces,
} from "../performances/desk-performances.queries.ts"
import { minutesOf, performanceFactsOf } from "../performances/terms-facts.ts"

/** Everything about an event that its organizer may see. Refuses with NOT_FOUND and NOT_ALLOWED. */
export async function readDeskEvent(
  { db }: Stores,
  organizer: Organizer,
  { eventId }: OfEvent,
): Promise<DeskEvent> {
  await ownEvent(db, organizer, eventId)
  const [row, performances, areas] = await Promise.all([
    findDeskEventRow(db, eventId),
    listPerformanceRows(db, [eventId]),
    listAreasOfEvent(db, eventId),
  ])
  if (!row) throw new Refused({ code: "NOT_FOUND", what: "event" })
  const taken = await countTaken(
    db,
    performances.map(({ id }) => id),
  )
  const areasOf = Map.groupBy(areas, ({ performanceId }) => performanceId)
  return {
    ...deskFactsOf(row),
    description: row.description,
    englishDescription: row.englishDescription,
    venueId: row.venueId,
    etag: etagOf(eventFactsOf({ ...row, eventId })),
    performances: performances.map((performance) =>
      deskPerformanceOf(performance, {
        taken: taken.get(performance.id),
        areas: areasOf.get(performance.id) ?? [],
      }),
    ),
  }
}

/** The facts of an event in every view of the desk. */
export const deskFactsOf = (row: DeskEventRow) => ({
  eventId: row.id,
  title: row.title,
  englishTitle: row.englishTitle,
  category: row.category,
  posterUrl: posterUrlOf(row.id, row),
  venueName: row.venueName,
  venueEnglishName: row.venueEnglishName,
  timeZone: row.timeZone,
  currency: row.currency,
  startsAt: row.startsAt?.toISOString() ?? null,
  endsAt: row.endsAt?.toISOString() ?? null,
  publishedAt: row.publishedAt?.toISOString() ?? null,
})

type Surroundings = { taken: TakenPlaces | undefined; areas: DeskArea[] }

/** The facts of a performance in every view of the desk. */
export function deskPerformanceOf(
  performance: PerformanceRow,
  { taken: { booked, withheld } = { booked: 0, withheld: 0 }, areas }: Surroundings,
): DeskPerformance {
  const remaining = performance.capacity - booked - withheld
  return {
    performanceId: performance.id,
    hallId: performance.hallId,
    hallName: performance.hallName,
    hallEnglishName: performance.hallEnglishName,
    startsAt: performance.startsAt.toISOString(),
    endsAt: performance.endsAt.toISOString(),
    saleOpensAt: performance.saleOpensAt.toISOString(),
    saleClosesAt: performance.saleClosesAt.toISOString(),
    cancelUntil: performance.cancelUntil.toISOString(),
    holdMinutes: minutesOf(performance.holdSeconds),
    limitPerUser: performance.limitPerUser,
    cancelledAt: performance.cancelledAt?.toISOString() ?? null,
    saleState: saleStateOf({ ...performance, remaining }, new Date()),
    waitingRoom: performance.waitingRoom,
    capacity: performance.capacity,
    booked,
    withheld,
    etag: etagOf(performanceFactsOf(performance, areas)),
    areas: areas.map(({ area, name, englishName, kind, price, capacity }) => ({
      area,
      name,
      englishName,
      kind,
      price,
      capacity,
    })),
  }
}
