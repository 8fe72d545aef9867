import type { PerformanceId } from "@podo/contract/ids"
import { DRAW_HEX_DIGITS } from "@podo/contract/limits"
import { randomOf } from "@podo/db/racing"
import type { Redis } from "@podo/redis/connect"
import { keysOfPerformance } from "@podo/redis/performance-keys"
import { runAll } from "@podo/redis/run-all"

const AT_ONCE = 5_000
const BEHIND_DRAWS = 2 ** 52
/** The people ask nothing: they count as there for as long as the benchmark takes. */
const THERE_MS = 3_600_000

type Filling = {
  performanceId: PerformanceId
  people: number
  /** In a lobby with a draw; otherwise in the order of arrival. */
  isDrawn: boolean
}

/** Puts people into a line as enter-room.lua writes them down: a million of them by itself would take minutes. */
export async function fillLine(redis: Redis, { performanceId, people, isDrawn }: Filling) {
  const keys = keysOfPerformance(performanceId)
  const random = randomOf(people)
  const joined = Date.now()
  const known = `${joined} ${joined + THERE_MS}`
  for (let from = 0; from < people; from += AT_ONCE) {
    const some = Array.from({ length: Math.min(AT_ONCE, people - from) }, (_, index) => ({
      userId: crypto.randomUUID(),
      score: isDrawn ? drawBy(random) : BEHIND_DRAWS + from + index + 1,
    }))
    const draws = some.map(({ score }) => score.toString(16).padStart(DRAW_HEX_DIGITS, "0"))
    await runAll(redis, [
      ["zadd", keys.line, ...some.flatMap(({ userId, score }) => [score, userId])],
      ["hset", keys.people, ...some.flatMap(({ userId }) => [userId, known])],
    ])
    if (isDrawn) await redis.append(keys.draws, draws.join(""))
  }
  if (!isDrawn) await redis.hset(keys.pace, "seq", people)
  await redis.hsetnx(keys.pace, "lineId", "a-line-of-many")
}

/** 52 bits: a number of the seed has 32, too few for a million to differ. */
function drawBy(random: () => number): number {
  return Math.floor(random() * 2 ** 26) * 2 ** 26 + Math.floor(random() * 2 ** 26)
}
