import type { Area, PerformanceId } from "@podo/contract/ids"
import type { Stores } from "@podo/stores/stores"
import { redisIsAway } from "@podo/redis/connect"
import { keyOfPerformance } from "@podo/redis/performance-keys"
import { runAll } from "@podo/redis/run-all"
import { listSold, listSoldByArea } from "./open-places.queries.ts"

/** The counters that Redis keeps of each performance that it knows: the fields that were asked for, in their order. */
type Counters = Map<PerformanceId, (string | null)[]>

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
  const asked = [...capacities.keys()].map((id) => [id, ["open"]] as const)
  const counters = await readCounters(stores.redis, asked)
  const unknown = [...capacities.keys()].filter((id) => !counters.has(id))
  const soldOf = await soldUnknown(generation, unknown, async () => {
    const sold = await listSold(stores.db, unknown)
    return new Map(sold.map((row) => [row.performanceId, row.sold]))
  })
  const open = new Map<PerformanceId, number>()
  for (const [id, capacity] of capacities) {
    const areas = counters.get(id)
    open.set(id, areas ? Number(areas[0]) : capacity - (soldOf.get(id) ?? 0))
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
  const asked = [...capacities].map(
    ([id, areas]) => [id, ["open", ...[...areas.keys()].map((area) => `open:${area}`)]] as const,
  )
  const counters = await readCounters(stores.redis, asked)
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
      ([area, capacity], at) =>
        [area, counted ? Number(counted[at + 1] ?? 0) : capacity - (sold?.get(area) ?? 0)] as const,
    )
    open.set(id, new Map(entries))
  }
  return open
}

const REMEMBERED_MS = 1_000

/**
 * The counters by MySQL, of performances that Redis does not know. A change there makes Redis know them, so the
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

type Asked = readonly [PerformanceId, fields: readonly string[]]

/** The counters of the performances that Redis knows; of none while it is away. All are asked for at once. */
async function readCounters(redis: Stores["redis"], asked: Asked[]): Promise<Counters> {
  const counters: Counters = new Map()
  if (asked.length === 0) return counters
  try {
    const replies = await runAll(
      redis,
      asked.map(([id, fields]) => ["hmget", keyOfPerformance("sale", id), ...fields]),
    )
    for (const [at, reply] of replies.entries()) {
      const counted = reply as (string | null)[]
      const id = asked[at]?.[0]
      if (id && counted[0] !== null) counters.set(id, counted)
    }
    return counters
  } catch (error) {
    if (redisIsAway(error)) return new Map()
    throw error
  }
}
