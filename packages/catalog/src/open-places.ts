import type { Area, PerformanceId } from "@podo/contract/ids"
import type { Stores } from "@podo/db/stores"
import { redisIsAway } from "@podo/redis/connect"
import { keysOfPerformance } from "@podo/redis/performance-keys"
import { listSold, listSoldByArea } from "./open-places.queries.ts"

type Counters = Map<PerformanceId, Record<string, string>>

/**
 * How many places of each performance are open now. Redis counts what is held as well; a performance that it does
 * not know (nobody has claimed there yet, or it has forgotten) is counted in MySQL.
 */
export async function countOpen(
  { db, redis }: Stores,
  capacities: ReadonlyMap<PerformanceId, number>,
): Promise<Map<PerformanceId, number>> {
  const counters = await readCounters(redis, [...capacities.keys()])
  const unknown = [...capacities.keys()].filter((id) => !counters.has(id))
  const sold = unknown.length === 0 ? [] : await listSold(db, unknown)
  const soldOf = new Map(sold.map((row) => [row.performanceId, row.sold]))
  const open = new Map<PerformanceId, number>()
  for (const [id, capacity] of capacities) {
    const areas = counters.get(id)
    open.set(id, areas ? sumOf(areas) : capacity - (soldOf.get(id) ?? 0))
  }
  return open
}

type PlacesByArea = ReadonlyMap<Area, number>

/** The same by area, of performances whose areas have these capacities. */
export async function countOpenByArea(
  { db, redis }: Stores,
  capacities: ReadonlyMap<PerformanceId, PlacesByArea>,
): Promise<Map<PerformanceId, PlacesByArea>> {
  const counters = await readCounters(redis, [...capacities.keys()])
  const unknown = [...capacities.keys()].filter((id) => !counters.has(id))
  const sold = unknown.length === 0 ? [] : await listSoldByArea(db, unknown)
  const soldOf = Map.groupBy(sold, ({ performanceId }) => performanceId)
  const open = new Map<PerformanceId, PlacesByArea>()
  for (const [id, areas] of capacities) {
    const counted = counters.get(id)
    const soldIn = new Map(soldOf.get(id)?.map((row) => [row.area, row.sold]))
    const entries = [...areas].map(
      ([area, capacity]) =>
        [area, counted ? Number(counted[area] ?? 0) : capacity - (soldIn.get(area) ?? 0)] as const,
    )
    open.set(id, new Map(entries))
  }
  return open
}

function sumOf(areas: Record<string, string>) {
  let sum = 0
  for (const area in areas) sum += Number(areas[area])
  return sum
}

/** The counters of the performances that Redis knows; of none while it is away. All are asked for at once. */
async function readCounters(redis: Stores["redis"], ids: PerformanceId[]): Promise<Counters> {
  const counters: Counters = new Map()
  if (ids.length === 0) return counters
  try {
    const pipeline = redis.pipeline()
    for (const id of ids) pipeline.hgetall(keysOfPerformance(id).open)
    const replies = (await pipeline.exec()) ?? []
    for (const [at, [error, reply]] of replies.entries()) {
      if (error) throw error
      const areas = reply as Record<string, string>
      const id = ids[at]
      if (id && Object.keys(areas).length > 0) counters.set(id, areas)
    }
    return counters
  } catch (error) {
    if (redisIsAway(error)) return new Map()
    throw error
  }
}
