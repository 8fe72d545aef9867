import { mintSessions } from "@podo/accounts/mint-sessions"
import { migrateToLatest } from "@podo/db/migrate"
import { openStores, type Stores, type StoreUrls } from "@podo/db/stores"
import { mintPerformance } from "@podo/db/testing"
import { keysOfPerformance } from "@podo/redis/performance-keys"
import { tickRoom } from "@podo/waiting-room/tick-room"
import { text, wholeNumber } from "./arguments.ts"
import { startBenchApi } from "./bench-api.ts"
import { type Called, callOnceEach, type Visitor } from "./bench-line-calls.ts"
import { fillLine } from "./bench-line-fill.ts"
import { openLobby } from "./bench-line-opening.ts"
import { admissions, idleTicks } from "./bench-line-ticks.ts"
import { addressOf } from "./line-listener.ts"
import { median } from "./measures.ts"
import { Problem, runOrExplain } from "./problem.ts"
import { redisUsedBytes } from "./redis-costs.ts"
import { prepareFound } from "./stores.ts"
import { startThrowAway } from "./stores-throwaway.ts"

const WARM_UP_ROUNDS = 4

type Bench = {
  stores: Stores
  urls: StoreUrls
  api: { url: string }
  sessions: Awaited<ReturnType<typeof mintSessions>>
  visitors: Visitor[]
  rounds: number
  connections: number
}

// What a line costs at each of its sizes: entering it and asking where one stands, over HTTP, beside an empty mutation
// of the same people in the same run; a tick for those who wait; letting 1,000 in; and the opening of a lobby as large.
// The machine is shared by the api, Redis and the load, which takes about half of what the others leave.
await runOrExplain(async () => {
  const sizes = (text("sizes") ?? "1000,100000,1000000").split(",").map(sizeOf)
  const [rounds, connections] = [wholeNumber("rounds", 9), wholeNumber("connections", 50)]
  const { stop, ...urls } = await startThrowAway(undefined, prepareFound)
  const stores = await openStores(urls, console.error)
  await migrateToLatest(stores.db)
  const sessions = await mintSessions(stores.db, wholeNumber("sessions", 5_000))
  const visitors = sessions.map(({ token }, at) => ({
    authorization: `Bearer ${token}`,
    "x-forwarded-for": addressOf(at),
  }))
  const api = await startBenchApi("bench-auth-api.ts", urls)
  const bench: Bench = { stores, urls, api, sessions, visitors, rounds, connections }
  await benchLine({ ...bench, rounds: WARM_UP_ROUNDS }, 0)
  for (const size of sizes) {
    console.log(`${size} in line:`)
    const { fillMs, lines } = await benchLine(bench, size)
    for (const line of lines) console.log(`  ${line}`)
    const opening = await openLobby(stores, urls, { people: size, fillMs })
    console.log(
      `  opening   ${opening.inAfterMs} ms after it ${opening.inside} are in; no call waited for Redis longer than ${opening.worstMs.toFixed(0)} ms; ${opening.entrants} draws are sealed after ${(opening.sealedAfterMs / 1_000).toFixed(1)} s`,
    )
  }
  await api.stop()
  await stop()
  process.exit(0)
})

function sizeOf(words: string): number {
  const size = Number(words)
  if (Number.isInteger(size) && size > 0) return size
  throw new Problem(`--sizes has "${words}": it must be whole numbers with commas between.`)
}

async function benchLine(bench: Bench, size: number) {
  const { stores } = bench
  const { redis } = stores
  const { performanceId } = await mintPerformance(stores, {
    capacity: 10_000,
    standing: true,
    room: { capacity: 1, perMinute: 1 },
  })
  await tickRoom(stores, performanceId)
  const before = await redisUsedBytes(redis)
  const began = performance.now()
  await fillLine(redis, { performanceId, people: size, isDrawn: false })
  const fillMs = performance.now() - began
  const bytes = ((await redisUsedBytes(redis)) - before) / size
  const calls = await roundsOf(bench, performanceId)
  const lines = calls.map(([name, some]) => told(name, some, calls[0]?.[1] ?? []))
  if (size > 0) {
    const idle = await idleTicks(stores, performanceId)
    const admitted = await admissions(stores, performanceId)
    lines.push(
      `tick      ${timesOf(idle)}; ${idle.us.toFixed(0)} us and ${idle.commands.toFixed(1)} commands in Redis`,
      `admission ${timesOf(admitted)} for 1,000`,
      `memory    ${bytes.toFixed(0)} bytes of Redis a person`,
    )
  }
  await redis.del(...Object.values(keysOfPerformance(performanceId)))
  return { fillMs, lines }
}

type Deed = readonly [name: string, calls: Called[]]

/** The same people call all three, once each; who comes first takes turns. */
async function roundsOf(bench: Bench, performanceId: string): Promise<Deed[]> {
  const { stores, api, sessions, visitors, rounds, connections } = bench
  const { line, people } = keysOfPerformance(performanceId as never)
  const body = JSON.stringify({ performanceId })
  const [empty, enter, status]: [Called[], Called[], Called[]] = [[], [], []]
  const post = (path: string) =>
    callOnceEach({ url: `${api.url}/trpc/${path}`, method: "POST", body, visitors, connections })
  const input = encodeURIComponent(body)
  const url = `${api.url}/trpc/podo.waitingRoom.status?input=${input}`
  for (let round = 0; round < rounds; round++) {
    if (round % 2 === 0) empty.push(await post("signedIn"))
    enter.push(await post("podo.waitingRoom.enter"))
    if (round % 2 === 1) empty.push(await post("signedIn"))
    status.push(await callOnceEach({ url, method: "GET", visitors, connections }))
    const users = sessions.map(({ userId }) => userId)
    await stores.redis.zrem(line, ...users)
    await stores.redis.hdel(people, ...users)
  }
  return [
    ["empty", empty],
    ["entering", enter],
    ["position", status],
  ]
}

function timesOf({ p50, p99 }: { p50: number; p99: number }) {
  return `p50 ${p50.toFixed(2)} ms, p99 ${p99.toFixed(2)} ms`
}

function told(name: string, calls: Called[], empty: Called[]) {
  const of = (pick: (call: Called) => number) => median(calls.map(pick))
  const ratios = (pick: (one: Called, other: Called) => number) =>
    median(calls.map((call, round) => pick(call, empty[round] ?? call))).toFixed(2)
  const times = timesOf({ p50: of(({ p50 }) => p50), p99: of(({ p99 }) => p99) })
  return [
    `${name.padEnd(9)} ${of(({ perSecond }) => perSecond).toFixed(0)}/s, ${times}`,
    `${of(({ cpuUs }) => cpuUs).toFixed(0)} us of the api's CPU`,
    `of the empty mutation ${ratios((one, other) => one.perSecond / other.perSecond)}, by CPU ${ratios((one, other) => other.cpuUs / one.cpuUs)}`,
  ].join("; ")
}
