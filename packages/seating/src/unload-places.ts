import type { PerformanceId } from "@podo/contract/ids"
import type { Stores } from "@podo/stores/stores"
import { keysOfPerformance } from "@podo/redis/performance-keys"

/** Makes Redis forget a performance whose sale is over. A question for it after all loads it again. */
export async function unloadPlaces({ redis }: Stores, performanceId: PerformanceId): Promise<void> {
  await redis.unlink(...Object.values(keysOfPerformance(performanceId)))
}
