import type { EventCard, EventPage, ListEvents } from "@podo/contract/catalog"
import { cursorOf } from "@podo/contract/cursor"
import type { UserId } from "@podo/contract/ids"
import type { Stores } from "@podo/db/stores"
import { listBookedPerformances, listEventRows, listPerformancesOf } from "./events.queries.ts"
import { countOpenPlaces, type OpenPlaces, sumOf } from "./open-places.ts"
import { posterUrlOf } from "./posters.queries.ts"
import { saleStateOf, saleStateOfAll } from "./sale-state.ts"

/** What is on, one page at a time: a constant number of queries, however many events. */
export async function listEvents(
  stores: Stores,
  userId: UserId | null,
  input: ListEvents,
): Promise<EventPage> {
  const now = new Date()
  const rows = await listEventRows(stores.db, input, now)
  const page = rows.slice(0, input.limit)
  const eventIds = page.map(({ id }) => id)
  const performances = await listPerformancesOf(stores.db, eventIds)
  const open = await countOpenPlaces(
    stores,
    performances.map(({ id }) => id),
  )
  const booked = await listBookedPerformances(stores.db, userId, eventIds)
  const byEvent = Map.groupBy(performances, ({ eventId }) => eventId)
  const last = page.at(-1)
  return {
    events: page.map((row) => cardOf(row, { of: byEvent.get(row.id) ?? [], open, booked, now })),
    nextCursor:
      last && rows.length > page.length ? cursorOf([1, Number(last.sortValue), last.id]) : null,
  }
}

type Row = Awaited<ReturnType<typeof listEventRows>>[number]
type Performance = Awaited<ReturnType<typeof listPerformancesOf>>[number]
type Surroundings = {
  of: Performance[]
  open: Map<Performance["id"], OpenPlaces>
  booked: Set<string>
  now: Date
}

function cardOf(row: Row, { of, open, booked, now }: Surroundings): EventCard {
  const sales = of.map((performance) => {
    const remaining = sumOf(open.get(performance.id))
    return { ...performance, remaining, saleState: saleStateOf({ ...performance, remaining }, now) }
  })
  const toOpen = sales.filter(({ saleState }) => saleState === "scheduled")
  const opensAt = toOpen.map(({ saleOpensAt }) => saleOpensAt.getTime())
  // What is over cannot be had any more, and does not count as left.
  const alive = sales.filter(({ saleState }) => saleState !== "closed")
  return {
    eventId: row.id,
    title: row.title,
    englishTitle: row.englishTitle,
    category: row.category,
    posterUrl: posterUrlOf(row.id, row),
    venueName: row.venueName,
    venueEnglishName: row.venueEnglishName,
    timeZone: row.timeZone,
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
    priceFrom: Math.min(...of.map(({ priceFrom }) => priceFrom ?? Infinity)),
    currency: row.currency,
    capacity: sales.reduce((sum, { capacity }) => sum + capacity, 0),
    remaining: alive.reduce((sum, { remaining }) => sum + remaining, 0),
    saleState: saleStateOfAll(sales.map(({ saleState }) => saleState)),
    saleOpensAt: opensAt.length > 0 ? new Date(Math.min(...opensAt)).toISOString() : null,
    mine: of.some(({ id }) => booked.has(id)),
  }
}
