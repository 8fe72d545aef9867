import { findSaleTerms } from "@podo/catalog/sale-terms.queries"
import type { PerformanceId } from "@podo/contract/ids"
import type { Availability } from "@podo/contract/seating"
import type { Stores } from "@podo/stores/stores"
import { redisIsAway } from "@podo/redis/connect"
import { keysOfPerformance } from "@podo/redis/performance-keys"
import { whenLoaded } from "./load-places.ts"
import { drawPlaces } from "./places.ts"
import { listSoldPlaces } from "./sold-places.queries.ts"

/** No revision of Redis is older than this one. */
export const REVISION_WITHOUT_FEED = "0-0"

/** The whole map at one moment. Without Redis it is what MySQL knows: the sold places, no holds. */
export async function readAvailability(
  stores: Stores,
  { performanceId }: { performanceId: PerformanceId },
): Promise<Availability> {
  try {
    const { places, revision } = await whenLoaded(stores, performanceId, () =>
      readPlaces(stores, performanceId),
    )
    return { places, revision }
  } catch (error) {
    if (!redisIsAway(error)) throw error
    const { capacity } = await findSaleTerms(stores.db, performanceId)
    const sold = await listSoldPlaces(stores.db, performanceId)
    return { places: drawPlaces(capacity, sold), revision: REVISION_WITHOUT_FEED }
  }
}

async function readPlaces({ redis }: Stores, performanceId: PerformanceId) {
  const keys = keysOfPerformance(performanceId)
  // In one transaction: a map and a revision that do not belong together would hide a change for good.
  const replies = await redis
    .multi()
    .get(keys.places)
    .xrevrange(keys.feed, "+", "-", "COUNT", 1)
    .exec()
  const [places, newest] = (replies ?? []).map(([error, reply]) => {
    if (error) throw error
    return reply
  }) as [string | null, [string, string[]][]]
  if (places === null) return { code: "NOT_LOADED" } as const
  return { code: "READ", places, revision: newest[0]?.[0] ?? REVISION_WITHOUT_FEED } as const
}
