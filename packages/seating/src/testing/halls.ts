import { rememberTerms } from "@podo/catalog/known-terms"
import type { PricedArea } from "@podo/catalog/sale-terms.queries"
import { Area, EventId, HallId, PerformanceId, type Place } from "@podo/contract/ids"
import { PLACES_PER_CLAIM_MAX } from "@podo/contract/limits"
import type { Stores } from "@podo/stores/stores"
import { keysOfPerformance } from "@podo/redis/performance-keys"
import { type HallPlan, runsOfHall } from "../hall-runs.ts"
import { writePerformance } from "../load-places.ts"
import { type PerformanceRuns, pricedRuns } from "../performance-runs.ts"

const HOUR_MS = 3_600_000

export type OpenedHall = { performanceId: PerformanceId; runs: PerformanceRuns }

/**
 * A fresh performance that is on sale in a hall of any shape and state, known to Redis alone: as quick as a test
 * over many halls needs it. Places that are not open are the house's.
 */
export async function openHall(
  stores: Pick<Stores, "db" | "redis">,
  hall: { plan: HallPlan; areas: PricedArea[]; taken?: Place[] },
): Promise<OpenedHall> {
  const performanceId = PerformanceId.parse(Bun.randomUUIDv7())
  const { areas, taken = [] } = hall
  const runs = pricedRuns(runsOfHall(hall.plan, areas), areas)
  const token = Bun.randomUUIDv7()
  await stores.redis.set(keysOfPerformance(performanceId).loadLock, token, "PX", HOUR_MS)
  const sold = taken.map((place) => ({ place, bookingId: null, userId: null }))
  const capacity = areas.reduce((sum, area) => sum + area.capacity, 0)
  const terms = termsOf(performanceId, capacity)
  await writePerformance(stores, performanceId, { token, read: { terms, areas, sold, runs } })
  rememberTerms(stores.db, performanceId, {
    ...terms,
    areas: areas.map((area) => ({
      ...area,
      performanceId,
      name: area.area,
      englishName: null,
      kind: "seated",
    })),
  })
  return { performanceId, runs }
}

const inMs = (ms: number) => new Date(Date.now() + ms)

const termsOf = (performanceId: PerformanceId, capacity: number) => ({
  id: performanceId,
  eventId: EventId.parse(Bun.randomUUIDv7()),
  hallId: HallId.parse(Bun.randomUUIDv7()),
  saleOpensAt: inMs(-HOUR_MS),
  saleClosesAt: inMs(HOUR_MS),
  cancelUntil: inMs(HOUR_MS),
  limitPerUser: PLACES_PER_CLAIM_MAX,
  holdSeconds: 300,
  capacity,
  cancelledAt: null,
  waitingRoom: false,
  version: 1,
  currency: "KRW",
})

type Drawing = {
  area: string
  firstPlace: number
  capacity: number
  outline: [number, number][]
  seats: { row: string; x: number; y: number; wheelchair?: boolean; companion?: boolean }[]
}

const TENTHS = 10

/** A hall of the demo, as the runs know it; its areas at these prices. */
export function drawnHall(
  { width, stage, areas }: { width: number; stage: [number, number][]; areas: Drawing[] },
  priceOf: (area: string) => number = () => 50_000,
): { plan: HallPlan; areas: PricedArea[] } {
  return {
    plan: {
      width,
      stage,
      outlines: new Map(areas.map(({ area, outline }) => [Area.parse(area), outline])),
      seats: areas.flatMap(({ firstPlace, seats }) =>
        seats.map(({ row, x, y, wheelchair = false, companion = false }, index) => ({
          place: firstPlace + index,
          rowName: row,
          x: Math.round(x * TENTHS),
          y: Math.round(y * TENTHS),
          wheelchair,
          companion,
        })),
      ),
    },
    areas: areas.map(({ area, firstPlace, capacity }) => ({
      area: Area.parse(area),
      firstPlace,
      capacity,
      price: priceOf(area),
    })),
  }
}
