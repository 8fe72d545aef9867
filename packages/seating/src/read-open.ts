import type { PerformanceId } from "@podo/contract/ids"
import type { Stores } from "@podo/stores/stores"
import { keyOfPerformance } from "@podo/redis/performance-keys"
import { openIn } from "./sale-fields.ts"

/** Open places by area, as Redis counts them; none of an area of a performance that it does not know. */
export async function readOpen({ redis }: Stores, performanceId: PerformanceId) {
  return openIn(await redis.hgetall(keyOfPerformance("sale", performanceId)))
}
