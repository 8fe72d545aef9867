import type { PerformanceId } from "@podo/contract/ids"
import type { Stores } from "@podo/db/stores"
import { keysOfPerformance } from "@podo/redis/performance-keys"

/** Open places by area, as Redis counts them; none of an area of a performance that it does not know. */
export async function readOpen({ redis }: Stores, performanceId: PerformanceId) {
  const open = await redis.hgetall(keysOfPerformance(performanceId).open)
  return new Map<string, number>(Object.entries(open).map(([area, count]) => [area, Number(count)]))
}
