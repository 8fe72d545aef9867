import type { PerformanceId, UserId } from "@podo/contract/ids"
import type { Stores } from "@podo/stores/stores"
import { mintUserId } from "@podo/db/testing"
import { keysOfPerformance } from "@podo/redis/performance-keys"
import { enterRoom } from "../enter-room.ts"
import { PRESENT_MS } from "../tick-room.ts"

/** So many people in line, in their order, as if each of them had entered; all of them away where it says so. */
export async function mintLine(
  stores: Stores,
  performanceId: PerformanceId,
  count: number,
  { away = false }: { away?: boolean } = {},
): Promise<UserId[]> {
  // The first one begins the line.
  const first = mintUserId()
  await enterRoom(stores, first, { performanceId })
  const users = [first, ...Array.from({ length: count - 1 }, mintUserId)]
  const { line, people, pace } = keysOfPerformance(performanceId)
  const seen = Date.now() - (away ? 2 * PRESENT_MS : 0)
  for (let from = 0; from < count; from += MINTED_AT_ONCE) {
    await stores.redis.eval(
      `for index = 2, #ARGV do
        local score = redis.call('ZSCORE', KEYS[1], ARGV[index])
        if not score then score = 4503599627370496 + redis.call('HINCRBY', KEYS[3], 'seq', 1) end
        redis.call('ZADD', KEYS[1], score, ARGV[index])
        redis.call('HSET', KEYS[2], ARGV[index], ARGV[1] .. ' ' .. ARGV[1])
      end`,
      3,
      line,
      people,
      pace,
      seen,
      ...users.slice(from, from + MINTED_AT_ONCE),
    )
  }
  return users
}

const MINTED_AT_ONCE = 5_000

/** Lets people have been away for longer than anybody waits for them. */
export async function goAway({ redis }: Stores, performanceId: PerformanceId, userIds: UserId[]) {
  const { people } = keysOfPerformance(performanceId)
  const seen = Date.now() - 2 * PRESENT_MS
  for (const userId of userIds) await redis.hset(people, userId, `${seen} ${seen}`)
}

/**
 * Lets some ms go by for the room's rate: what was let in is so much longer ago, and the bucket fills. Answers with
 * the moment, by Redis' clock.
 */
export async function passTime(
  { redis }: Stores,
  performanceId: PerformanceId,
  ms: number,
): Promise<number> {
  const { pace, recent } = keysOfPerformance(performanceId)
  const now = await redis.eval(
    `local at = redis.call('HGET', KEYS[1], 'tokensAt')
    if at then redis.call('HSET', KEYS[1], 'tokensAt', string.format('%.0f', at - ARGV[1])) end
    local entries = redis.call('LRANGE', KEYS[2], 0, -1)
    redis.call('DEL', KEYS[2])
    for _, entry in ipairs(entries) do
      local first, last, count = string.match(entry, '^(%d+):(%d+):(%d+)$')
      redis.call('RPUSH', KEYS[2], string.format('%.0f:%.0f:%s', first - ARGV[1], last - ARGV[1], count))
    end
    local time = redis.call('TIME')
    return time[1] * 1000 + math.floor(time[2] / 1000)`,
    2,
    pace,
    recent,
    ms,
  )
  return Number(now)
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
