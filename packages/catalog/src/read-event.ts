import type { EventDetail, PerformanceOnSale } from "@podo/contract/catalog"
import type { EventId, UserId } from "@podo/contract/ids"
import { Refused } from "@podo/contract/refusal"
import type { Stores } from "@podo/db/stores"
import {
  findEventRow,
  findHallOfEvent,
  listAreasOfEvent,
  listBookedPerformances,
  listPerformancesOf,
} from "./events.queries.ts"
import { countOpenPlaces, type OpenPlaces, sumOf } from "./open-places.ts"
import { posterUrlOf } from "./posters.queries.ts"
import { saleStateOf } from "./sale-state.ts"

/** One event with all its performances. Refuses with NOT_FOUND. */
export async function readEvent(
  stores: Stores,
  userId: UserId | null,
  { eventId }: { eventId: EventId },
): Promise<EventDetail> {
  const row = await findEventRow(stores.db, eventId)
  if (!row) throw new Refused({ code: "NOT_FOUND", what: "event" })
  const [performances, areas, hall, booked] = await Promise.all([
    listPerformancesOf(stores.db, [eventId]),
    listAreasOfEvent(stores.db, eventId),
    findHallOfEvent(stores.db, eventId),
    listBookedPerformances(stores.db, userId, [eventId]),
  ])
  const open = await countOpenPlaces(
    stores,
    performances.map(({ id }) => id),
  )
  const areasOf = Map.groupBy(areas, ({ performanceId }) => performanceId)
  const { id, startsAt, endsAt, mediaType, digest, ...facts } = row
  return {
    ...facts,
    eventId: id,
    now: new Date().toISOString(),
    posterUrl: posterUrlOf(id, { mediaType, digest }),
    hallName: hall?.name ?? "",
    hallEnglishName: hall?.englishName ?? null,
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    performances: performances.map((performance) => ({
      ...onSale(performance, areasOf.get(performance.id) ?? [], open.get(performance.id)),
      mine: booked.has(performance.id),
    })),
  }
}

type Performance = Awaited<ReturnType<typeof listPerformancesOf>>[number]
type AreaRow = Awaited<ReturnType<typeof listAreasOfEvent>>[number]

function onSale(
  performance: Performance,
  areas: AreaRow[],
  open: OpenPlaces | undefined,
): Omit<PerformanceOnSale, "mine"> {
  const remaining = sumOf(open)
  return {
    performanceId: performance.id,
    startsAt: performance.startsAt.toISOString(),
    endsAt: performance.endsAt.toISOString(),
    saleOpensAt: performance.saleOpensAt.toISOString(),
    saleClosesAt: performance.saleClosesAt.toISOString(),
    cancelUntil: performance.cancelUntil.toISOString(),
    limitPerUser: performance.limitPerUser,
    waitingRoom: performance.waitingRoom,
    capacity: performance.capacity,
    remaining,
    saleState: saleStateOf({ ...performance, remaining }, new Date()),
    cancelled: performance.cancelledAt !== null,
    areas: areas.map(({ area, name, englishName, kind, price, capacity }) => ({
      area,
      name,
      englishName,
      kind,
      price,
      capacity,
      remaining: open?.get(area) ?? 0,
    })),
  }
}
