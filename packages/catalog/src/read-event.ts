import type { EventDetail, PerformanceOnSale } from "@podo/contract/catalog"
import type { Area, EventId, PerformanceId, UserId } from "@podo/contract/ids"
import { Refused } from "@podo/contract/refusal"
import type { Stores } from "@podo/stores/stores"
import { coalescingFor } from "@podo/redis/coalesce-reads"
import {
  type EventFacts,
  loadEventFacts,
  type PerformanceFacts,
  readEventFacts,
} from "./event-facts.ts"
import { countOpenByArea } from "./open-places.ts"
import { readBooked } from "./read-booked.ts"
import { saleStateOf } from "./sale-state.ts"

const coalesce = coalescingFor<EventDetail>()

/** One event with all its performances. Refuses with NOT_FOUND, also for a draft. */
export async function readEvent(
  stores: Stores,
  userId: UserId | null,
  { eventId }: { eventId: EventId },
): Promise<EventDetail> {
  const shared = await coalesce(stores.redis, eventId, async () =>
    showEvent(stores, await readEventFacts(stores, eventId)),
  )
  if (!userId) return shared
  const booked = await readBooked(stores.db, userId, [eventId])
  if (booked.length === 0) return shared
  const mine = new Set(booked.map(({ performanceId }) => performanceId))
  const performances = shared.performances.map((performance) =>
    mine.has(performance.performanceId) ? { ...performance, mine: true } : performance,
  )
  return { ...shared, performances }
}

/** The same without the cache, to be measured beside it. */
export const readEventUncached = async (stores: Stores, eventId: EventId): Promise<EventDetail> =>
  showEvent(stores, await loadEventFacts(stores, eventId))

async function showEvent(stores: Stores, facts: EventFacts | null): Promise<EventDetail> {
  if (!facts) throw new Refused({ code: "NOT_FOUND", what: "event" })
  const open = await countOpenByArea(stores, capacitiesOf(facts), facts)
  const now = new Date()
  return {
    ...facts,
    now: now.toISOString(),
    performances: facts.performances.map((performance) =>
      onSale(performance, open.get(performance.performanceId), now),
    ),
  }
}

/** A cancelled performance has no places that anybody could have. */
const capacitiesOf = ({ performances }: EventFacts) =>
  new Map<PerformanceId, Map<Area, number>>(
    performances
      .filter(({ cancelled }) => !cancelled)
      .map(({ performanceId, areas }) => [
        performanceId,
        new Map(areas.map(({ area, capacity }) => [area, capacity])),
      ]),
  )

function onSale(
  { areas, ...facts }: PerformanceFacts,
  open: ReadonlyMap<Area, number> | undefined,
  now: Date,
): PerformanceOnSale {
  const left = areas.map((area) => ({ ...area, remaining: open?.get(area.area) ?? 0 }))
  const remaining = left.reduce((sum, area) => sum + area.remaining, 0)
  const window = {
    saleOpensAt: new Date(facts.saleOpensAt),
    saleClosesAt: new Date(facts.saleClosesAt),
    cancelledAt: facts.cancelled ? now : null,
    remaining,
  }
  return { ...facts, remaining, saleState: saleStateOf(window, now), mine: false, areas: left }
}
