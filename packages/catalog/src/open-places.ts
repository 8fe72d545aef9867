import type { Area, PerformanceId } from "@podo/contract/ids"
import type { Stores } from "@podo/db/stores"
import { redisIsAway } from "@podo/redis/connect"
import { keysOfPerformance } from "@podo/redis/performance-keys"
import { listSold, listSoldByArea } from "./open-places.queries.ts"

type Counters = Map<PerformanceId, Record<string, string>>

/** Something that is read anew whenever a generation ends; what is known of it is known no longer. */
type Generation = object

type Remembered = { soldOf: Map<PerformanceId, number>; until: number }

const REMEMBERED_MS = 1_000
const remembered = new WeakMap<Generation, Remembered>()

/**
 * How many places of each performance are open now. Redis counts what is held as well; a performance that it does
 * not know (nobody has claimed there yet, or it has forgotten) is counted in MySQL. Whatever changes there makes Redis
 * know it, so that count holds until then; it is taken again after a second all the same.
 */
export async function countOpen(
  stores: Stores,
  capacities: ReadonlyMap<PerformanceId, number>,
  generation: Generation,
): Promise<Map<PerformanceId, number>> {
  const counters = await readCounters(stores.redis, [...capacities.keys()])
  const unknown = [...capacities.keys()].filter((id) => !counters.has(id))
  const soldOf = unknown.length === 0 ? new Map() : await soldOfAll(stores, unknown, generation)
  const open = new Map<PerformanceId, number>()
  for (const [id, capacity] of capacities) {
    const areas = counters.get(id)
    open.set(id, areas ? sumOf(areas) : capacity - (soldOf.get(id) ?? 0))
  }
  return open
}

async function soldOfAll({ db }: Stores, ids: PerformanceId[], generation: Generation) {
  const known = remembered.get(generation)
  const isKnown =
    known && known.until > performance.now() && ids.every((id) => known.soldOf.has(id))
  if (isKnown) return known.soldOf
  const soldOf = new Map(ids.map((id) => [id, 0]))
  for (const { performanceId, sold } of await listSold(db, ids)) soldOf.set(performanceId, sold)
  remembered.set(generation, { soldOf, until: performance.now() + REMEMBERED_MS })
  return soldOf
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
