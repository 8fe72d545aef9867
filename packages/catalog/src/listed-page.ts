import { EventCard, type ListEvents } from "@podo/contract/catalog"
import { RankedPosition } from "@podo/contract/cursor"
import { PerformanceId } from "@podo/contract/ids"
import type { Stores } from "@podo/stores/stores"
import { searchOf } from "@podo/db/search-text"
import { readThrough } from "@podo/redis/read-through"
import { z } from "zod"
import { listEventRows, listPerformancesOf } from "./events.queries.ts"
import { listListed } from "./listed-events.queries.ts"
import { posterUrlOf } from "./posters.queries.ts"
import { BOOKED_LISTS, LISTS } from "./scopes.ts"

/** The part of a card that is the same for everybody and at any moment, until somebody changes the event. */
const ListedEvent = EventCard.omit({
  remaining: true,
  saleState: true,
  saleOpensAt: true,
  mine: true,
}).extend({
  position: RankedPosition,
  /** The sales that had not closed yet, in ms. */
  sales: z.array(
    z.object({
      performanceId: PerformanceId,
      opensAt: z.number(),
      closesAt: z.number(),
      capacity: z.number(),
    }),
  ),
})
export type ListedEvent = z.infer<typeof ListedEvent>

const ListedPage = z.object({ events: z.array(ListedEvent), isLast: z.boolean() })
export type ListedPage = z.infer<typeof ListedPage>

const pages = readThrough({ kind: "list", slots: 1_024, parsedMax: 256, value: ListedPage })

/** The same question in the same words, whoever asks: what folds to the same is searched for once. */
export function questionOf(input: ListEvents): string {
  const { sort, category, from, to, withPlaces, cursor, limit } = input
  const search = searchOf(input.search ?? "")?.folded
  return JSON.stringify([sort, category, search, from, to, withPlaces, cursor, limit])
}

/** A page of what is on, read through the cache. */
export function readListedPage(stores: Stores, input: ListEvents): Promise<ListedPage> {
  const goesByBooked = input.withPlaces || input.sort === "most-booked" || input.sort === "hot"
  return pages(stores.redis, {
    scopes: goesByBooked ? [LISTS, BOOKED_LISTS] : [LISTS],
    question: questionOf(input),
    load: () => loadListedPage(stores, input),
  })
}

/** The same from MySQL: a constant number of queries, however many events. */
export async function loadListedPage({ db }: Stores, input: ListEvents): Promise<ListedPage> {
  const now = new Date()
  const listed = await listListed(db, input, now)
  const page = listed.slice(0, input.limit)
  const eventIds = page.map(({ eventId }) => eventId)
  const [rows, performances] = await Promise.all([
    listEventRows(db, eventIds),
    listPerformancesOf(db, eventIds),
  ])
  const rowOf = new Map(rows.map((row) => [row.id, row]))
  const performancesOf = Map.groupBy(performances, ({ eventId }) => eventId)
  const events = page.flatMap(({ eventId, position }) => {
    const row = rowOf.get(eventId)
    const its = performancesOf.get(eventId)
    // Changed between two queries: whoever changed it makes this answer old.
    return row && its ? [{ ...listedEventOf(row, its, now), position }] : []
  })
  return { events, isLast: listed.length <= input.limit }
}

type Row = Awaited<ReturnType<typeof listEventRows>>[number]
type Performance = Awaited<ReturnType<typeof listPerformancesOf>>[number]

function listedEventOf(row: Row, performances: Performance[], now: Date) {
  const { id, mediaType, digest, startsAt, endsAt, ...facts } = row
  return {
    ...facts,
    eventId: id,
    posterUrl: posterUrlOf(id, { mediaType, digest }),
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    priceFrom: Math.min(...performances.map(({ priceFrom }) => priceFrom ?? Infinity)),
    capacity: performances.reduce((sum, { capacity }) => sum + capacity, 0),
    sales: performances
      .filter(({ saleClosesAt }) => saleClosesAt > now)
      .map(({ id: performanceId, saleOpensAt, saleClosesAt, capacity }) => ({
        performanceId,
        opensAt: saleOpensAt.getTime(),
        closesAt: saleClosesAt.getTime(),
        capacity,
      })),
  }
}
