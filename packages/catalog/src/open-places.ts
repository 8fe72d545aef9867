import type { Area, PerformanceId } from "@podo/contract/ids"
import type { Stores } from "@podo/db/stores"
import { redisIsAway } from "@podo/redis/connect"
import { keysOfPerformance } from "@podo/redis/performance-keys"
import { listCapacities, listSoldByArea } from "./open-places.queries.ts"

/** Open places by area. */
export type OpenPlaces = ReadonlyMap<Area, number>

export const sumOf = (open: OpenPlaces | undefined) =>
  open ? [...open.values()].reduce((sum, count) => sum + count, 0) : 0

/**
 * How many places of each performance are open now. Redis counts what is held as well;
 * a performance that it does not know (nobody has claimed there yet, or it has forgotten) is counted in MySQL.
 */
export async function countOpenPlaces(
  { db, redis }: Stores,
  performanceIds: PerformanceId[],
): Promise<Map<PerformanceId, OpenPlaces>> {
  const counted = await readCounters(redis, performanceIds).catch((error: unknown) => {
    if (redisIsAway(error)) return new Map<PerformanceId, OpenPlaces>()
    throw error
  })
  const unknown = performanceIds.filter((id) => !counted.has(id))
  if (unknown.length === 0) return counted
  for (const { performanceId, area, capacity } of await listCapacities(db, unknown)) {
    const areas = new Map(counted.get(performanceId))
    counted.set(performanceId, areas.set(area, capacity))
  }
  for (const { performanceId, area, sold } of await listSoldByArea(db, unknown)) {
    const areas = new Map(counted.get(performanceId))
    counted.set(performanceId, areas.set(area, (areas.get(area) ?? 0) - sold))
  }
  return counted
}

async function readCounters(redis: Stores["redis"], performanceIds: PerformanceId[]) {
  const counters = await Promise.all(
    performanceIds.map((id) => redis.hgetall(keysOfPerformance(id).open)),
  )
  const counted = new Map<PerformanceId, OpenPlaces>()
  for (const [index, id] of performanceIds.entries()) {
    const areas = Object.entries(counters[index] ?? {})
    if (areas.length === 0) continue
    counted.set(id, new Map(areas.map(([area, open]) => [area as Area, Number(open)])))
  }
  return counted
}
