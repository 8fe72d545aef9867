import { AreaOnSale, EventDetail, PerformanceOnSale, type RoomOff } from "@podo/contract/catalog"
import type { EventId } from "@podo/contract/ids"
import type { Stores } from "@podo/stores/stores"
import { readThrough } from "@podo/redis/read-through"
import { z } from "zod"
import {
  findEventRow,
  findHallOfEvent,
  listAllPerformances,
  listAreasOfEvent,
} from "./events.queries.ts"
import { posterUrlOf } from "./posters.queries.ts"
import { scopeOfEvent } from "./scopes.ts"

const PerformanceFacts = PerformanceOnSale.omit({
  remaining: true,
  saleState: true,
  mine: true,
}).extend({ areas: z.array(AreaOnSale.omit({ remaining: true })) })
export type PerformanceFacts = z.infer<typeof PerformanceFacts>

/** The part of an event that is the same for everybody and at any moment, until somebody changes it. */
const EventFacts = EventDetail.omit({ now: true }).extend({
  performances: z.array(PerformanceFacts),
})
export type EventFacts = z.infer<typeof EventFacts>

const facts = readThrough({
  kind: "event",
  slots: 1_024,
  parsedMax: 256,
  value: EventFacts.nullable(),
})

/** An event's facts, read through the cache; null when there is none that is published. */
export const readEventFacts = (stores: Stores, eventId: EventId): Promise<EventFacts | null> =>
  facts(stores.redis, {
    scopes: [scopeOfEvent(eventId)],
    question: eventId,
    load: () => loadEventFacts(stores, eventId),
  })

export async function loadEventFacts(
  { db }: Pick<Stores, "db">,
  eventId: EventId,
): Promise<EventFacts | null> {
  const row = await findEventRow(db, eventId)
  if (!row) return null
  const [performances, areas, hall] = await Promise.all([
    listAllPerformances(db, eventId),
    listAreasOfEvent(db, eventId),
    findHallOfEvent(db, eventId),
  ])
  const areasOf = Map.groupBy(areas, ({ performanceId }) => performanceId)
  const { id, startsAt, endsAt, mediaType, digest, ...rest } = row
  return {
    ...rest,
    eventId: id,
    posterUrl: posterUrlOf(id, { mediaType, digest }),
    hallName: hall?.name ?? "",
    hallEnglishName: hall?.englishName ?? null,
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    performances: performances.map((one) => factsOf(one, areasOf.get(one.id) ?? [])),
  }
}

type Performance = Awaited<ReturnType<typeof listAllPerformances>>[number]
type AreaRow = Awaited<ReturnType<typeof listAreasOfEvent>>[number]

const roomOffOf = ({ waitingRoom, offAt, offReason }: Performance): RoomOff | null =>
  waitingRoom || offAt === null || offReason === null
    ? null
    : { at: offAt.toISOString(), reason: offReason }

const factsOf = (performance: Performance, areas: AreaRow[]): PerformanceFacts => ({
  performanceId: performance.id,
  startsAt: performance.startsAt.toISOString(),
  endsAt: performance.endsAt.toISOString(),
  saleOpensAt: performance.saleOpensAt.toISOString(),
  saleClosesAt: performance.saleClosesAt.toISOString(),
  cancelUntil: performance.cancelUntil.toISOString(),
  limitPerUser: performance.limitPerUser,
  waitingRoom: performance.waitingRoom,
  roomOff: roomOffOf(performance),
  cancelled: performance.cancelledAt !== null,
  capacity: performance.capacity,
  areas: areas.map(({ area, name, englishName, kind, price, capacity }) => ({
    area,
    name,
    englishName,
    kind,
    price,
    capacity,
  })),
})
