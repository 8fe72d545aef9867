import type { PerformanceId, UserId } from "@podo/contract/ids"
import type { Stores } from "@podo/db/stores"
import { keysOfPerformance } from "@podo/redis/performance-keys"
import { PRESENT_MS } from "./tick-room.ts"

/** Lets people have been away for longer than anybody waits for them. */
export async function goAway({ redis }: Stores, performanceId: PerformanceId, userIds: UserId[]) {
  const { people } = keysOfPerformance(performanceId)
  const seen = Date.now() - 2 * PRESENT_MS
  for (const userId of userIds) await redis.hset(people, userId, `${seen} ${seen}`)
}

/** Lets some ms go by for the room's rate: what was let in is so much longer ago, and the bucket fills. */
export async function passTime({ redis }: Stores, performanceId: PerformanceId, ms: number) {
  const { pace, recent } = keysOfPerformance(performanceId)
  await redis.eval(
    `local at = redis.call('HGET', KEYS[1], 'tokensAt')
    if at then redis.call('HSET', KEYS[1], 'tokensAt', string.format('%.0f', at - ARGV[1])) end
    local entries = redis.call('LRANGE', KEYS[2], 0, -1)
    redis.call('DEL', KEYS[2])
    for _, entry in ipairs(entries) do
      local at, count = string.match(entry, '^(%d+):(%d+)$')
      redis.call('RPUSH', KEYS[2], string.format('%.0f:%s', at - ARGV[1], count))
    end`,
    2,
    pace,
    recent,
    ms,
  )
}

/** Ends admissions this very moment. */
export async function endAdmissions(
  { redis }: Stores,
  performanceId: PerformanceId,
  userIds: UserId[],
) {
  const { admitted } = keysOfPerformance(performanceId)
  for (const userId of userIds) await redis.zadd(admitted, "XX", 1, userId)
}
