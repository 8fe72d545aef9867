import type { PerformanceId, UserId } from "@podo/contract/ids"
import type { Redis } from "@podo/redis/connect"
import { keysOfPerformance } from "@podo/redis/performance-keys"
import { codeOf } from "../operate/api-client.ts"
import type { Diary } from "./diary.ts"
import { measure } from "./measures.ts"

/** Where the crowd goes, and until when. */
export type Scene = {
  url: string
  redis: Redis
  performanceId: PerformanceId
  /** By our own clock, as everything that people decide. */
  opensAt: number
  endsAt: number
  measures: Measures
  /** The lead of Redis' clock over ours. */
  aheadMs: number
}

export type Measures = ReturnType<typeof crowdMeasures>

export const crowdMeasures = () => ({
  enter: measure("enter"),
  status: measure("status"),
  leave: measure("leave"),
  map: measure("map"),
  claim: measure("claim"),
  release: measure("release"),
  confirm: measure("confirm"),
})

export async function readAheadMs(redis: Redis): Promise<number> {
  const asked = Date.now()
  const [seconds = 0, micros = 0] = await redis.time()
  return seconds * 1_000 + Math.floor(micros / 1_000) - (asked + Date.now()) / 2
}

/** Where somebody stands, and when that was read: not long after they entered. */
export async function readStay({ redis, performanceId }: Scene, userId: UserId) {
  const { line } = keysOfPerformance(performanceId)
  const replies = await redis.multi().time().zscore(line, userId).exec()
  const [time, score] = (replies ?? []).map(([error, reply]) => {
    if (error) throw error
    return reply
  }) as [[number, number], string | null]
  return {
    enteredAt: time[0] * 1_000 + Math.floor(time[1] / 1_000),
    score: score === null ? undefined : Number(score),
    presentUntil: Infinity,
  }
}

/** The news of a crowd every day. All else is written down. */
const USUAL = new Set([
  "ok",
  "SALE_NOT_OPEN",
  "NOT_ADMITTED",
  "PLACES_TAKEN",
  "NOT_ENOUGH_PLACES",
  "HOLD_EXPIRED",
])
const RETRIES_MAX = 20
const RETRY_MS = 500

/** Calls, again where everybody is asked to slow down, and says how it ended. */
export async function asking<Result>(
  { measures, endsAt }: Scene,
  diary: Diary,
  kind: keyof Measures,
  call: () => Promise<Result>,
) {
  for (let attempt = 1; ; attempt++) {
    const answer = await measures[kind].timed(call, codeOf)
    const isSlowedDown = answer.outcome === "TOO_MANY_REQUESTS"
    // A person who is still asked to slow down when all go home goes home as well.
    const leftMs = endsAt - Date.now()
    if (isSlowedDown && leftMs <= 0) return answer
    if (!isSlowedDown || attempt === RETRIES_MAX) {
      if (!USUAL.has(answer.outcome)) diary.failures.push(`${kind}: ${answer.outcome}`)
      return answer
    }
    await Bun.sleep(Math.min(RETRY_MS * attempt, leftMs))
  }
}
