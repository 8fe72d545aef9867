import type { PerformanceId } from "@podo/contract/ids"
import type { Stores } from "@podo/db/stores"
import { keysOfPerformance } from "@podo/redis/performance-keys"

/** Makes Redis forget all that it knows of one performance, as after the loss of its memory. */
export async function forgetPlaces({ redis }: Stores, performanceId: PerformanceId) {
  await redis.del(...Object.values(keysOfPerformance(performanceId)))
}

/** Lets the time of a hold run out this very moment. */
export async function lapseHold({ redis }: Stores, performanceId: PerformanceId, holdId: string) {
  const { holds, holdExpiry } = keysOfPerformance(performanceId)
  await redis.eval(
    `local hold = redis.call('HGET', KEYS[1], ARGV[1])
    if not hold then return end
    redis.call('HSET', KEYS[1], ARGV[1], (hold:gsub('"expiresAt":%d+', '"expiresAt":1')))
    redis.call('ZADD', KEYS[2], 'XX', 1, ARGV[1])`,
    2,
    holds,
    holdExpiry,
    holdId,
  )
}

/** Lets the time that a confirmation may take run out, as when its process died long ago. */
export async function lapseConfirm(
  { redis }: Stores,
  performanceId: PerformanceId,
  holdId: string,
) {
  const { confirming } = keysOfPerformance(performanceId)
  await redis.zadd(confirming, "XX", 1, holdId)
}
