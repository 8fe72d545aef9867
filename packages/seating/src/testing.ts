import type { PerformanceId } from "@podo/contract/ids"
import type { Stores } from "@podo/db/stores"
import { keysOfPerformance } from "@podo/redis/performance-keys"
import { z } from "zod"
import { sweepHolds } from "./sweep-holds.ts"

const HOUR_MS = 3_600_000

/** Makes Redis forget all that it knows of one performance, as after the loss of its memory. */
export async function forgetPlaces({ redis }: Stores, performanceId: PerformanceId) {
  await redis.del(...Object.values(keysOfPerformance(performanceId)))
}

/** Lets the time of a hold run out this very moment. */
export async function lapseHold({ redis }: Stores, performanceId: PerformanceId, holdId: string) {
  await setExpiry(redis, performanceId, holdId, "1")
}

/** Lets some ms of a hold's time be over already. */
export async function ageHold(
  { redis }: Stores,
  performanceId: PerformanceId,
  { holdId, ms }: { holdId: string; ms: number },
) {
  const { holds, holdExpiry } = keysOfPerformance(performanceId)
  const expiresAt = Number(await redis.zscore(holdExpiry, holdId))
  const hold = z
    .looseObject({ since: z.number() })
    .parse(JSON.parse((await redis.hget(holds, holdId)) ?? ""))
  await redis.hset(holds, holdId, JSON.stringify({ ...hold, since: hold.since - ms }))
  await setExpiry(redis, performanceId, holdId, String(expiresAt - ms))
}

async function setExpiry(
  redis: Stores["redis"],
  performanceId: PerformanceId,
  holdId: string,
  expiresAt: string,
) {
  const { holds, holdExpiry } = keysOfPerformance(performanceId)
  await redis.eval(
    `local hold = redis.call('HGET', KEYS[1], ARGV[1])
    if not hold then return end
    redis.call('HSET', KEYS[1], ARGV[1], (hold:gsub('"expiresAt":%d+', '"expiresAt":' .. ARGV[2])))
    redis.call('ZADD', KEYS[2], 'XX', ARGV[2], ARGV[1])`,
    2,
    holds,
    holdExpiry,
    holdId,
    expiresAt,
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
    `for _, place in ipairs(redis.call('ZRANGE', KEYS[1], 0, -1)) do
      redis.call('ZADD', KEYS[1], ARGV[1], place)
    end`,
    1,
    keysOfPerformance(performanceId).returning,
    moment,
  )
}

/** Forgives everybody the holds that they have let go, or so much of it as some ms of patience bring. */
export async function forgiveLetGo(
  { redis }: Stores,
  performanceId: PerformanceId,
  patienceMs = HOUR_MS,
) {
  await redis.eval(
    `for _, user in ipairs(redis.call('ZRANGE', KEYS[1], 0, -1)) do
      redis.call('ZINCRBY', KEYS[1], -ARGV[1], user)
    end`,
    1,
    keysOfPerformance(performanceId).letGo,
    patienceMs,
  )
}
