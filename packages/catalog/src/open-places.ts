import type { Area, PerformanceId } from "@podo/contract/ids"
import type { Stores } from "@podo/db/stores"
import { redisIsAway } from "@podo/redis/connect"
import { keysOfPerformance } from "@podo/redis/performance-keys"
import { runAll } from "@podo/redis/run-all"
import { listSold, listSoldByArea } from "./open-places.queries.ts"

type Counters = Map<PerformanceId, Record<string, string>>

/** Something that is read anew whenever a generation ends; what is known of it is known no longer. */
type Generation = object

/**
 * How many places of each performance are open now. Redis counts what is held as well; a performance that it does
 * not know (nobody has claimed there yet, or it has forgotten) is counted in MySQL.
 */
export async function countOpen(
  stores: Stores,
  capacities: ReadonlyMap<PerformanceId, number>,
  generation: Generation,
): Promise<Map<PerformanceId, number>> {
  const counters = await readCounters(stores.redis, [...capacities.keys()])
  const unknown = [...capacities.keys()].filter((id) => !counters.has(id))
  const soldOf = await soldUnknown(generation, unknown, async () => {
    const sold = await listSold(stores.db, unknown)
    return new Map(sold.map((row) => [row.performanceId, row.sold]))
  })
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
  stores: Stores,
  capacities: ReadonlyMap<PerformanceId, PlacesByArea>,
  generation: Generation,
): Promise<Map<PerformanceId, PlacesByArea>> {
  const counters = await readCounters(stores.redis, [...capacities.keys()])
  const unknown = [...capacities.keys()].filter((id) => !counters.has(id))
  const soldOf = await soldByAreaUnknown(generation, unknown, async () => {
    const sold = await listSoldByArea(stores.db, unknown)
    const byPerformance = Map.groupBy(sold, ({ performanceId }) => performanceId)
    return new Map(
      [...byPerformance].map(([id, rows]) => [
        id,
        new Map(rows.map((row) => [row.area, row.sold])),
      ]),
    )
  })
  const open = new Map<PerformanceId, PlacesByArea>()
  for (const [id, areas] of capacities) {
    const counted = counters.get(id)
    const sold = soldOf.get(id)
    const entries = [...areas].map(
      ([area, capacity]) =>
        [area, counted ? Number(counted[area] ?? 0) : capacity - (sold?.get(area) ?? 0)] as const,
    )
    open.set(id, new Map(entries))
  }
  return open
}

const REMEMBERED_MS = 1_000

/**
 * What MySQL says of performances that Redis does not know. Whatever changes there makes Redis know them, so the
 * count holds until then, and within one generation; it is taken again after a second all the same.
 */
function remembering<Sold>() {
  type Counted = { ids: Set<PerformanceId>; sold: Map<PerformanceId, Sold>; until: number }
  const remembered = new WeakMap<Generation, Counted>()
  return async (
    generation: Generation,
    ids: PerformanceId[],
    count: () => Promise<Map<PerformanceId, Sold>>,
  ) => {
    if (ids.length === 0) return new Map<PerformanceId, Sold>()
    const known = remembered.get(generation)
    if (known && known.until > performance.now() && ids.every((id) => known.ids.has(id))) {
      return known.sold
    }
    const sold = await count()
    const until = performance.now() + REMEMBERED_MS
    remembered.set(generation, { ids: new Set(ids), sold, until })
    return sold
  }
}

const soldUnknown = remembering<number>()
const soldByAreaUnknown = remembering<PlacesByArea>()

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
    const replies = await runAll(
      redis,
      ids.map((id) => ["hgetall", keysOfPerformance(id).open]),
    )
    for (const [at, reply] of replies.entries()) {
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
