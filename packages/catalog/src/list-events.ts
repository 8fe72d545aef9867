import type { EventCard, EventPage, ListEvents } from "@podo/contract/catalog"
import { cursorOf } from "@podo/contract/cursor"
import type { UserId } from "@podo/contract/ids"
import type { Stores } from "@podo/stores/stores"
import { coalescingFor } from "@podo/redis/coalesce-reads"
import { cardOf } from "./event-card.ts"
import {
  type ListedEvent,
  type ListedPage,
  loadListedPage,
  questionOf,
  readListedPage,
} from "./listed-page.ts"
import { countOpen } from "./open-places.ts"
import { readBooked } from "./read-booked.ts"

/** How far one call looks for events with places left before it leaves the rest to the next one. */
const PAGES_PER_CALL_MAX = 4

const coalesce = coalescingFor<EventPage>()

/** The public events, one page at a time: a constant number of queries, however many events, and one crowd asks once. */
export async function listEvents(
  stores: Stores,
  userId: UserId | null,
  input: ListEvents,
): Promise<EventPage> {
  const shared = await coalesce(stores.redis, questionOf(input), () =>
    listForAnybody(stores, input, readListedPage),
  )
  return userId ? markMine(stores, userId, shared) : shared
}

/** The same without the cache, to be measured beside it. */
export const listEventsUncached = (stores: Stores, input: ListEvents): Promise<EventPage> =>
  listForAnybody(stores, input, loadListedPage)

type Shown = { card: EventCard; position: ListedEvent["position"] }

async function listForAnybody(
  stores: Stores,
  input: ListEvents,
  readPage: (stores: Stores, input: ListEvents) => Promise<ListedPage>,
): Promise<EventPage> {
  const found: Shown[] = []
  let position = input.cursor
  for (let page = 1; page <= PAGES_PER_CALL_MAX; page++) {
    const listed = await readPage(stores, { ...input, cursor: position })
    found.push(...(await showPage(stores, listed, input.withPlaces)))
    position = listed.isLast ? undefined : listed.events.at(-1)?.position
    if (!input.withPlaces || !position || found.length >= input.limit) break
  }
  const shown = found.slice(0, input.limit)
  const last = found.length > shown.length ? shown.at(-1)?.position : position
  return { events: shown.map(({ card }) => card), nextCursor: last ? cursorOf(last) : null }
}

async function showPage(stores: Stores, page: ListedPage, withPlaces: boolean) {
  const sales = page.events.flatMap((event) => event.sales)
  const capacities = new Map(sales.map(({ performanceId, capacity }) => [performanceId, capacity]))
  const open = await countOpen(stores, capacities, page)
  const now = new Date()
  const shown: Shown[] = []
  for (const event of page.events) {
    const card = cardOf(event, open, now)
    const isOver = Date.parse(card.endsAt) <= now.getTime()
    const hasPlaces = card.remaining > 0 && card.saleState !== "closed"
    if (!isOver && (hasPlaces || !withPlaces)) shown.push({ card, position: event.position })
  }
  return shown
}

async function markMine({ db }: Stores, userId: UserId, page: EventPage): Promise<EventPage> {
  const eventIds = page.events.map(({ eventId }) => eventId)
  const booked = await readBooked(db, userId, eventIds)
  // As it is, so that it has been checked already.
  if (booked.length === 0) return page
  const mine = new Set(booked.map(({ eventId }) => eventId))
  const events = page.events.map((card) =>
    mine.has(card.eventId) ? { ...card, mine: true } : card,
  )
  return { ...page, events }
}
