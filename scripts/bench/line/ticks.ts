import type { PerformanceId } from "@podo/contract/ids"
import type { Stores } from "@podo/stores/stores"
import { keysOfPerformance } from "@podo/redis/performance-keys"
import { tickRoom } from "@podo/waiting-room/tick-room"
import { quantile } from "../../crowd/measures.ts"
import { Problem } from "../../run/problem.ts"
import { scriptCosts } from "../redis-costs.ts"

const TICKS = 300
const ADMITTED = 1_000
const ADMISSIONS = 30

/** A tick for a crowd of which nobody can go in: what it costs Redis, and how long it takes. */
export async function idleTicks(stores: Stores, performanceId: PerformanceId) {
  // The first lets in whom the room holds.
  await tickRoom(stores, performanceId)
  const ms: number[] = []
  const before = await scriptCosts(stores.redis)
  for (let tick = 0; tick < TICKS; tick++) {
    const began = performance.now()
    const { admitted } = await tickRoom(stores, performanceId)
    ms.push(performance.now() - began)
    if (admitted > 0) throw new Problem("Somebody was let in by a tick that should be idle.")
  }
  const after = await scriptCosts(stores.redis)
  ms.sort((one, other) => one - other)
  return {
    p50: quantile(ms, 0.5),
    p99: quantile(ms, 0.99),
    us: (after.us - before.us) / TICKS,
    commands: (after.commands - before.commands) / TICKS,
  }
}

/** Lets 1,000 in at once, again and again: they are put back where they stood in between. */
export async function admissions({ redis, ...stores }: Stores, performanceId: PerformanceId) {
  const { room, pace, recent, line, people, admitted } = keysOfPerformance(performanceId)
  await redis.hset(room, { capacity: 100_000, perMinute: 60_000 })
  const ms: number[] = []
  for (let turn = 0; turn < ADMISSIONS; turn++) {
    await redis.del(recent, admitted)
    await redis.hset(pace, "tokens", ADMITTED)
    const head = await redis.zrange(line, 0, String(ADMITTED - 1), "WITHSCORES")
    const users = head.filter((_, at) => at % 2 === 0)
    const known = await redis.hmget(people, ...users)
    const began = performance.now()
    const ticked = await tickRoom({ redis, ...stores }, performanceId)
    ms.push(performance.now() - began)
    if (ticked.admitted !== users.length) {
      throw new Problem(`${ticked.admitted} were let in, and not ${users.length}.`)
    }
    await redis.zadd(line, ...users.flatMap((user, at) => [head[2 * at + 1] ?? "", user]))
    await redis.hset(people, ...users.flatMap((user, at) => [user, known[at] ?? ""]))
  }
  await redis.del(admitted)
  ms.sort((one, other) => one - other)
  return { p50: quantile(ms, 0.5), p99: quantile(ms, 0.99) }
}
