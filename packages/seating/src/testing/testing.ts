import type { PerformanceId } from "@podo/contract/ids"
import type { Stores } from "@podo/stores/stores"
import { keysOfPerformance } from "@podo/redis/performance-keys"
import { sweepHolds } from "../sweep-holds.ts"

const HOUR_MS = 3_600_000
/** As in due.lua: from there on MySQL must be asked, and from there on what was let go is forgiven. */
const [ASK, FORGIVE] = [1e15, 2e15]

/** Makes Redis forget all that it knows of one performance, as after the loss of its memory. */
export async function forgetPlaces({ redis }: Stores, performanceId: PerformanceId) {
  await redis.del(...Object.values(keysOfPerformance(performanceId)))
}

/** Lets the time of a hold run out this very moment. */
export async function lapseHold(stores: Stores, performanceId: PerformanceId, holdId: string) {
  await changeHold(stores, performanceId, { holdId, change: "expires_at = 1" })
}

/** Lets some ms of a hold's time be over already. */
export async function ageHold(
  stores: Stores,
  performanceId: PerformanceId,
  { holdId, ms }: { holdId: string; ms: number },
) {
  const change = `since, expires_at = since - ${ms}, expires_at - ${ms}`
  await changeHold(stores, performanceId, { holdId, change })
}

/** In one step: others may end it meanwhile. The words of a hold stand in holds.lua. */
async function changeHold(
  { redis }: Stores,
  performanceId: PerformanceId,
  { holdId, change }: { holdId: string; change: string },
) {
  const { holds, due } = keysOfPerformance(performanceId)
  await redis.eval(
    `local text = redis.call('HGET', KEYS[1], ARGV[1])
    if not text then return end
    local user, since, expires_at, rest = string.match(text, '^(%S+) (%d+) (%d+) (.*)$')
    ${change}
    local changed = string.format('%s %.0f %.0f %s', user, since, expires_at, rest)
    redis.call('HSET', KEYS[1], ARGV[1], changed)
    local score = tonumber(redis.call('ZSCORE', KEYS[2], 'h:' .. ARGV[1]) or ARGV[2])
    if score < tonumber(ARGV[2]) then redis.call('ZADD', KEYS[2], expires_at, 'h:' .. ARGV[1]) end`,
    2,
    holds,
    due,
    holdId,
    ASK,
  )
}

/** Lets the time that a confirmation may take run out, as when its process died long ago. */
export async function lapseConfirm(
  { redis }: Stores,
  performanceId: PerformanceId,
  holdId: string,
) {
  const { due } = keysOfPerformance(performanceId)
  await redis.zadd(due, "XX", ASK + 1, `h:${holdId}`)
}

/** Lets the time of the places that are returning be over: whoever comes next opens them. */
export async function makeDue(stores: Stores, performanceId: PerformanceId) {
  await setReturning(stores, performanceId, 1)
}

/** Opens the places that are returning this very moment. */
export async function letReturn(stores: Stores, performanceId: PerformanceId) {
  await makeDue(stores, performanceId)
  await sweepHolds(stores, performanceId)
}

/** Lets no place that is returning open by itself before `letReturn`. */
export async function putOffReturn(stores: Stores, performanceId: PerformanceId) {
  await setReturning(stores, performanceId, Date.now() + HOUR_MS)
}

async function setReturning({ redis }: Stores, performanceId: PerformanceId, moment: number) {
  await redis.eval(
    `for _, member in ipairs(redis.call('ZRANGE', KEYS[1], 0, -1)) do
      if string.sub(member, 1, 2) == 'p:' then redis.call('ZADD', KEYS[1], ARGV[1], member) end
    end`,
    1,
    keysOfPerformance(performanceId).due,
    moment,
  )
}

/** The ms at which each of the places opens that are returning. */
export async function returningIn({ redis }: Stores, performanceId: PerformanceId) {
  const { due } = keysOfPerformance(performanceId)
  const flat = await redis.zrange(due, 0, "-1", "WITHSCORES")
  const pairs = Array.from({ length: flat.length / 2 }, (_, at) => flat.slice(at * 2, at * 2 + 2))
  return new Map(
    pairs.flatMap(([member = "", moment]) =>
      member.startsWith("p:") ? [[Number(member.slice(2)), Number(moment)] as const] : [],
    ),
  )
}

/** The ms at which each user is forgiven the holds that they let go, of those who have any. */
export async function forgivenIn({ redis }: Stores, performanceId: PerformanceId) {
  const users = await redis.hgetall(keysOfPerformance(performanceId).users)
  return new Map(
    Object.entries(users).flatMap(([user, text]) => {
      const forgiven = Number(text.split(" ")[1])
      return forgiven > 0 ? [[user, forgiven] as const] : []
    }),
  )
}

/** Forgives everybody the holds that they have let go, or so much of it as some ms of patience bring. */
export async function forgiveLetGo(
  { redis }: Pick<Stores, "redis">,
  performanceId: PerformanceId,
  patienceMs = HOUR_MS,
) {
  const { users, due } = keysOfPerformance(performanceId)
  await redis.eval(
    `for _, member in ipairs(redis.call('ZRANGEBYSCORE', KEYS[2], ARGV[2], '+inf')) do
      local user = string.sub(member, 3)
      local booked, forgiven, hold = string.match(redis.call('HGET', KEYS[1], user), '^(%d+) (%d+) (%S+)$')
      forgiven = math.max(1, forgiven - ARGV[1])
      redis.call('HSET', KEYS[1], user, string.format('%s %.0f %s', booked, forgiven, hold))
      redis.call('ZADD', KEYS[2], ARGV[2] + forgiven, member)
    end`,
    2,
    users,
    due,
    patienceMs,
    FORGIVE,
  )
}
