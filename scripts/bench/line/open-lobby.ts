import { mintPerformance } from "@podo/db/testing"
import { keysOfPerformance } from "@podo/redis/performance-keys"
import { readDraw } from "@podo/waiting-room/read-draw"
import { tickRoom } from "@podo/waiting-room/tick-room"
import { workerProgram } from "../../run/api-and-worker.ts"
import type { Bench } from "../bench.ts"
import { fillLine } from "./fill-line.ts"
import { environmentWith } from "../../run/env.ts"
import { Problem } from "../../run/problem.ts"

const LOOK_MS = 2
const SEAL_PAUSE_MS = 100
const WITHIN_MS = 60_000
/** For the worker to start, and to tick a few times before. */
const READY_MS = 5_000
const READY_MS_QUICK = 1_500

export type Opening = { people: number; fillMs: number }

/** A lobby of so many, with a draw, and a worker that ticks beside it: how soon after the opening somebody is in. */
export async function openLobby({ stores, urls, scale }: Bench, { people, fillMs }: Opening) {
  const { redis } = stores
  const readyMs = scale.quick ? READY_MS_QUICK : READY_MS
  const saleOpensInMs = Math.round(2 * fillMs) + 2 * readyMs
  const opensAt = Date.now() + saleOpensInMs
  const { performanceId } = await mintPerformance(stores, {
    capacity: 10_000,
    standing: true,
    saleOpensInMs,
    room: { capacity: 100_000, perMinute: 60_000, hasDraw: true },
  })
  const { admitted } = keysOfPerformance(performanceId)
  await tickRoom(stores, performanceId)
  await fillLine(redis, { performanceId, people, isDrawn: true })
  if (Date.now() > opensAt - readyMs) throw new Problem("The lobby was not full in time.")
  const { databaseUrl, redisUrl } = urls
  const env = environmentWith({
    DATABASE_URL: databaseUrl,
    REDIS_URL: redisUrl,
    LOG_LEVEL: "error",
  })
  const worker = await workerProgram(env).start()
  await Bun.sleep(opensAt - Date.now() - LOOK_MS)
  let worstMs = 0
  let inAfterMs: number | undefined
  while (inAfterMs === undefined && Date.now() < opensAt + WITHIN_MS) {
    const asked = performance.now()
    const inside = await redis.zcard(admitted)
    worstMs = Math.max(worstMs, performance.now() - asked)
    if (inside > 0) inAfterMs = Date.now() - opensAt
    await Bun.sleep(LOOK_MS)
  }
  const inside = await redis.zcard(admitted)
  let entrants: number | null = null
  while (entrants === null && Date.now() < opensAt + WITHIN_MS) {
    const asked = performance.now()
    await redis.ping()
    worstMs = Math.max(worstMs, performance.now() - asked)
    ;({ entrants } = await readDraw(stores, null, { performanceId }))
    await Bun.sleep(SEAL_PAUSE_MS)
  }
  const sealedAfterMs = Date.now() - opensAt
  await worker.stop()
  await redis.del(...Object.values(keysOfPerformance(performanceId)))
  return { inAfterMs: inAfterMs ?? Infinity, inside, entrants, sealedAfterMs, worstMs }
}
