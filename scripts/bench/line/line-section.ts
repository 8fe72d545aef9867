import { mintPerformance } from "@podo/db/testing"
import type { MintedSession } from "@podo/accounts/mint-sessions"
import type { PerformanceId } from "@podo/contract/ids"
import { keysOfPerformance } from "@podo/redis/performance-keys"
import { tickRoom } from "@podo/waiting-room/tick-room"
import type { Bench } from "../bench.ts"
import {
  allAtOnce,
  crowdLoad,
  EMPTY,
  EMPTY_QUERY,
  enterLine,
  query,
  takeSeen,
  visitsOf,
} from "../calls.ts"
import { redisUsedBytes } from "../redis-costs.ts"
import { inFewRounds, inRounds } from "../rounds.ts"
import { type Finding, rowsOf, type Section, shareOf } from "../section.ts"
import { whenQuiet } from "../turns.ts"
import { fillLine } from "./fill-line.ts"
import { openLobby } from "./open-lobby.ts"
import { admissions, idleTicks } from "./ticks.ts"

const SIZES = [1_000, 100_000]
const SIZES_QUICK = [1_000, 5_000]
const CEILING = "empty mutation"
const ENTER = "entering"
const EMPTY_QUESTION = "empty query"
const STATUS = "one's position"

async function run(bench: Bench): Promise<Finding> {
  await whenQuiet(bench)
  // Ticks are done here, one by one: a worker would let people in between.
  return bench.withoutWorker(async () => {
    const finding: Required<Finding> = { rows: [], lines: [], shown: [], bars: [] }
    const { quick } = bench.scale
    const sizes = quick ? SIZES_QUICK : SIZES
    for (const size of sizes) {
      // A lobby takes its time to fill and to open: once is enough to see that it does.
      const hasLobby = !quick || size === sizes.at(-1)
      const its = await measureLine(bench, size, hasLobby)
      finding.rows.push(...its.rows)
      finding.lines.push(...its.lines)
      finding.shown.push(...its.shown)
      finding.bars.push(...its.bars)
    }
    return finding
  })
}

async function measureLine(
  bench: Bench,
  size: number,
  hasLobby: boolean,
): Promise<Required<Finding>> {
  const { stores } = bench
  const waiting = `${size.toLocaleString("en")} waiting`
  const { performanceId } = await mintPerformance(stores, {
    capacity: 10_000,
    standing: true,
    room: { capacity: 1, perMinute: 1 },
  })
  await tickRoom(stores, performanceId)
  const before = await redisUsedBytes(stores.redis)
  const began = performance.now()
  await fillLine(stores.redis, { performanceId, people: size, isDrawn: false })
  const fillMs = performance.now() - began
  const bytes = ((await redisUsedBytes(stores.redis)) - before) / size
  const turns = await roundsOf(bench, performanceId)
  const idle = await idleTicks(stores, performanceId)
  const admitted = await admissions(stores, performanceId)
  await stores.redis.del(...Object.values(keysOfPerformance(performanceId)))
  const lobby = hasLobby ? [toldOf(await openLobby(bench, { people: size, fillMs }))] : []
  const share = shareOf(turns, ENTER, CEILING)
  return {
    rows: rowsOf(turns, CEILING).map((row) => ({ ...row, name: `${waiting}: ${row.name}` })),
    lines: [
      `${waiting}: a tick for those who wait takes ${timesOf(idle)}, ${idle.us.toFixed(0)} µs and ${idle.commands.toFixed(0)} commands in Redis; letting 1,000 in ${timesOf(admitted)}; a person takes ${bytes.toFixed(0)} bytes of Redis.`,
      ...lobby.map((told) => `${waiting} in a lobby with a draw: ${told}`),
    ],
    shown: [
      {
        says: `entering the line of the empty mutation, ${waiting}`,
        value: share,
        bound: { atLeast: 0.7 },
      },
    ],
    bars: [
      {
        group: "share of the empty mutation",
        label: `Podo: entering, ${waiting}`,
        value: share,
        unit: "",
      },
    ],
  }
}

const toldOf = (opening: Awaited<ReturnType<typeof openLobby>>) => {
  const { inAfterMs, inside, sealedAfterMs, entrants, worstMs } = opening
  return `${inAfterMs} ms after the opening ${inside} are in, after ${(sealedAfterMs / 1_000).toFixed(1)} s ${entrants} draws are sealed; meanwhile no call waited for Redis longer than ${worstMs.toFixed(0)} ms.`
}

const timesOf = ({ p50, p99 }: { p50: number; p99: number }) =>
  `p50 ${p50.toFixed(2)}, p99 ${p99.toFixed(2)} ms`

/** The same people do all of it, who have been here a moment ago; afterwards the line is as long as before. */
async function roundsOf(bench: Bench, performanceId: PerformanceId) {
  const enter = enterLine(performanceId)
  const status = query("waitingRoom.status", { performanceId })
  const { line, people } = keysOfPerformance(performanceId)
  let last: MintedSession[] = []
  const leave = async () => {
    const users = last.map(({ userId }) => userId)
    if (users.length === 0) return
    await bench.stores.redis.zrem(line, ...users)
    await bench.stores.redis.hdel(people, ...users)
  }
  const turns = await inRounds<MintedSession[]>(
    inFewRounds(bench),
    [
      { name: CEILING, loadOf: (some) => crowdLoad(bench, [EMPTY], visitsOf(some)) },
      { name: ENTER, loadOf: (some) => crowdLoad(bench, [enter], visitsOf(some)) },
      { name: EMPTY_QUESTION, loadOf: (some) => crowdLoad(bench, [EMPTY_QUERY], visitsOf(some)) },
      {
        name: STATUS,
        loadOf: async (some) => {
          // The people who begin this round: they have to stand in line, and entering again is nothing new.
          await bench.client.run(allAtOnce(bench, [enter], visitsOf(some)))
          return crowdLoad(bench, [status], visitsOf(some))
        },
      },
    ],
    async () => {
      await leave()
      last = await takeSeen(bench, bench.scale.visits)
      return last
    },
  )
  await leave()
  return turns
}

export const line: Section = {
  name: "line",
  title: "Entering the line",
  how: "At 64 clients, by people whom Redis knows from a moment ago, each from an address of their own.",
  run,
}
