import type { LineMinute } from "@podo/contract/desk-room"
import { type PerformanceId, UserId } from "@podo/contract/ids"
import { CHART_MINUTES, DESK_ROWS_PER_PAGE_MAX } from "@podo/contract/limits"
import type { Stores } from "@podo/stores/stores"
import { keysOfPerformance } from "@podo/redis/performance-keys"
import { z } from "zod"

const MINUTE_MS = 60_000
const SECOND_MS = 1_000

/** Admissions are over by Redis' clock. */
async function nowOf({ redis }: Stores): Promise<number> {
  const [seconds = 0, micros = 0] = (await redis.time()).map(Number)
  return seconds * SECOND_MS + Math.floor(micros / 1_000)
}

/** Whether somebody is inside. */
export async function isInside(
  stores: Stores,
  performanceId: PerformanceId,
  userId: UserId,
): Promise<boolean> {
  const { admitted } = keysOfPerformance(performanceId)
  const until = await stores.redis.zscore(admitted, userId)
  return until !== null && Number(until) > (await nowOf(stores))
}

/** A line as its operator sees it: its numbers, its last hour, and who is inside. */
export async function readLine(stores: Stores, performanceId: PerformanceId) {
  const { redis } = stores
  const keys = keysOfPerformance(performanceId)
  const now = await nowOf(stores)
  const since = `(${now}`
  const [inside, absent, [admitted, noShows], waits, minutes, people] = await Promise.all([
    redis.zcount(keys.admitted, since, "+inf"),
    redis.zcard(keys.absent),
    redis.hmget(keys.pace, "admitted", "noShows"),
    redis.lrange(keys.waits, 0, -1),
    readMinutes(stores, performanceId, Math.floor(now / MINUTE_MS)),
    redis.zrevrangebyscore(
      ...([keys.admitted, "+inf", since, "WITHSCORES"] as const),
      ...(["LIMIT", 0, DESK_ROWS_PER_PAGE_MAX] as const),
    ),
  ])
  return {
    inside,
    absent,
    admitted: Number(admitted ?? 0),
    noShows: Number(noShows ?? 0),
    medianWaitSeconds: medianSecondsOf(waits.map(Number)),
    minutes,
    people: admissionsOf(people),
  }
}

function medianSecondsOf(waitsMs: number[]): number | null {
  const inOrder = waitsMs.toSorted((one, other) => one - other)
  const middle = inOrder[Math.floor(inOrder.length / 2)]
  return middle === undefined ? null : Math.round(middle / SECOND_MS)
}

const Admissions = z.array(z.tuple([UserId, z.coerce.number()]))

function admissionsOf(reply: string[]) {
  const pairs = Array.from({ length: reply.length / 2 }, (_, at) => reply.slice(2 * at, 2 * at + 2))
  return Admissions.parse(pairs).map(([userId, until]) => ({
    userId,
    admittedUntil: new Date(until).toISOString(),
  }))
}

/** As room.lua counts them: each minute since 1970 under one letter for each of its numbers. */
const COUNTED = ["e", "a", "n", "w", "i"]

async function readMinutes({ redis }: Stores, performanceId: PerformanceId, current: number) {
  const minutes = Array.from({ length: CHART_MINUTES }, (_, at) => current - CHART_MINUTES + 1 + at)
  const fields = minutes.flatMap((minute) => COUNTED.map((what) => `${minute}:${what}`))
  const counts = await redis.hmget(keysOfPerformance(performanceId).lineMinutes, ...fields)
  return minutes.map((minute, at): LineMinute => {
    const its = counts.slice(at * COUNTED.length, (at + 1) * COUNTED.length)
    const [entered = null, admitted = null, noShows = null, waiting = null, inside = null] = its
    return {
      minute: new Date(minute * MINUTE_MS).toISOString(),
      entered: Number(entered),
      admitted: Number(admitted),
      noShows: Number(noShows),
      waiting: waiting === null ? null : Number(waiting),
      inside: inside === null ? null : Number(inside),
    }
  })
}
