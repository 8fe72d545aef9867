import { migrateToLatest } from "@podo/db/migrate"
import { openStores } from "@podo/db/stores"
import { mintPerformance } from "@podo/db/testing"
import { text, wholeNumber } from "./arguments.ts"
import {
  type Changed,
  type ClaimsReport,
  type Heard,
  startLiveApi,
  startPart,
  type ToClaims,
  type ToViewers,
  type ViewersReport,
} from "./bench-live-parts.ts"
import { median, quantile } from "./measures.ts"
import { runOrExplain } from "./problem.ts"
import { prepareFound } from "./stores.ts"
import { startThrowAway } from "./stores-throwaway.ts"

const CAPACITY = 50_000
const READERS = 20
const WARM_VIEWERS = 500
const PER_SECOND = 500
/** Changes gather for half a second at most, and are read a moment later. */
const TOLD_WITHIN_MS = 600
/** Until the last news have come, and timers and garbage of what came before have gone. */
const SETTLE_MS = 1_500
const CLAIMING_SECONDS = 4
const KIB = 1024

type Bench = Awaited<ReturnType<typeof openBench>>

// What it costs to tell thousands of viewers of one performance who holds which place, on one api process. Viewers and
// those who claim are processes of their own, which share the machine with the api, Redis and each other.
await runOrExplain(async () => {
  const seconds = wholeNumber("seconds", 10)
  const viewers = wholeNumber("viewers", 10_000)
  const parts = text("only") ?? "news,throughput,viewers,claims"
  const bench = await openBench()
  await open(bench, WARM_VIEWERS)
  await bench.claims.ask({ ask: "rate", perSecond: PER_SECOND, seconds: 3 })
  await bench.claims.ask({ ask: "http", seconds: 5 })
  await close(bench)
  if (parts.includes("news")) await showNews(bench, viewers, seconds)
  if (parts.includes("throughput")) await showThroughput(bench, viewers, wholeNumber("rounds", 4))
  if (parts.includes("viewers")) {
    const sizes = [viewers / 10, viewers / 2, viewers].map(Math.round)
    console.log(`cost of the api by viewers, at ${PER_SECOND} places a second:`)
    for (const size of sizes) await showCost(bench, size, PER_SECOND, seconds)
  }
  if (parts.includes("claims")) {
    console.log("cost of the api by places a second:")
    for (const rate of [50, 500, 5_000]) await showCost(bench, viewers / 2, rate, seconds)
  }
  await bench.stop()
  process.exit(0)
})

async function openBench() {
  const { stop, ...urls } = await startThrowAway(undefined, prepareFound)
  const stores = await openStores(urls, console.error)
  await migrateToLatest(stores.db)
  const wishes = { capacity: CAPACITY, standing: true, holdSeconds: 3_600 }
  const { performanceId } = await mintPerformance(stores, wishes)
  const api = await startLiveApi(urls)
  const viewers = startPart<ToViewers, ViewersReport>("bench-live-viewers.ts", [
    String(api.port),
    performanceId,
  ])
  const claims = startPart<ToClaims, ClaimsReport>("bench-live-claims.ts", [
    urls.databaseUrl,
    urls.redisUrl,
    api.url,
    performanceId,
    String(CAPACITY),
  ])
  await claims.isReady()
  return {
    api,
    viewers,
    claims,
    stop: async () => {
      viewers.stop()
      claims.stop()
      await api.stop()
      await stop()
    },
  }
}

async function open({ viewers }: Bench, count: number) {
  await viewers.ask({ ask: "open", viewers: count, readers: READERS })
}

async function close({ viewers }: Bench) {
  await viewers.ask({ ask: "close" })
  await Bun.sleep(SETTLE_MS)
}

/** How long it takes from a claim to the news of it, and what a viewer costs. */
async function showNews(bench: Bench, count: number, seconds: number) {
  const { api, viewers } = bench
  const before = await api.measured()
  const began = performance.now()
  await open(bench, count)
  const openedMs = performance.now() - began
  await Bun.sleep(SETTLE_MS)
  const idle = await api.measured()
  const { changed, cost } = await run(bench, PER_SECOND, seconds)
  const after = await api.measured()
  const { dropped } = await viewers.ask({ ask: "report" })
  const late = latenessOf(changed, viewers.heard)
  const perViewer = (bytes: number) => `${((bytes - before.rssBytes) / count / KIB).toFixed(1)} KiB`
  console.log(`${count} viewers came in ${(openedMs / 1000).toFixed(1)} s; ${dropped} were lost`)
  console.log(
    `from claim to news: p50 ${quantile(late.ms, 0.5)} ms, p99 ${quantile(late.ms, 0.99)} ms, worst ${late.ms.at(-1)} ms (${late.ms.length} heard by ${READERS}, ${late.unheard} changed again before, ${late.missed} missed)`,
  )
  console.log(
    `memory of the api a viewer: ${perViewer(idle.rssBytes)} idle, ${perViewer(after.rssBytes)} after the news`,
  )
  console.log(told(cost))
  await close(bench)
}

/** The claims that the api answers in a second, beside viewers and without any; each comes first every other time. */
async function showThroughput(bench: Bench, count: number, rounds: number) {
  const ratios: number[] = []
  for (let round = 1; round <= rounds; round++) {
    const early = round % 2 === 0 ? undefined : await claimsPerSecond(bench)
    await open(bench, count)
    const first = await bench.viewers.ask({ ask: "report" })
    const beside = await claimsPerSecond(bench)
    const last = await bench.viewers.ask({ ask: "report" })
    await close(bench)
    const without = early ?? (await claimsPerSecond(bench))
    ratios.push(beside / without)
    const ofCore = (last.cpuUs - first.cpuUs) / 1e6 / CLAIMING_SECONDS
    console.log(
      `round ${round}: ${without.toFixed(0)} claims/s without viewers, ${beside.toFixed(0)}/s beside ${count}, whose own process took ${ofCore.toFixed(2)} of a core; ratio ${ratios.at(-1)?.toFixed(2)}`,
    )
  }
  console.log(`median ratio ${median(ratios).toFixed(2)}`)
}

async function claimsPerSecond({ claims }: Bench) {
  return (await claims.ask({ ask: "http", seconds: CLAIMING_SECONDS })).count / CLAIMING_SECONDS
}

async function showCost(bench: Bench, count: number, perSecond: number, seconds: number) {
  await open(bench, count)
  await Bun.sleep(SETTLE_MS)
  const { cost } = await run(bench, perSecond, seconds)
  console.log(`  ${String(count).padStart(6)} viewers, asked for ${perSecond}/s: ${told(cost)}`)
  await close(bench)
}

type Cost = { perSecond: number; api: number; viewers: number; frames: number; frameBytes: number }

function told({ perSecond, api, viewers, frames, frameBytes }: Cost) {
  return `${perSecond.toFixed(0)} places/s, ${frames.toFixed(1)} frames/s of ${frameBytes.toFixed(0)} bytes; of a core the api took ${api.toFixed(2)}, the viewers ${viewers.toFixed(2)}`
}

async function run({ api, viewers, claims }: Bench, perSecond: number, seconds: number) {
  viewers.heard.length = 0
  const [apiBefore, before] = [await api.measured(), await viewers.ask({ ask: "report" })]
  const began = performance.now()
  const { changed, count } = await claims.ask({ ask: "rate", perSecond, seconds })
  const elapsed = (performance.now() - began) / 1_000
  const [apiAfter, after] = [await api.measured(), await viewers.ask({ ask: "report" })]
  await Bun.sleep(SETTLE_MS)
  const frames = apiAfter.frames - apiBefore.frames
  const cost: Cost = {
    perSecond: count / elapsed,
    api: (apiAfter.cpuSeconds - apiBefore.cpuSeconds) / elapsed,
    viewers: (after.cpuUs - before.cpuUs) / 1e6 / elapsed,
    frames: frames / elapsed,
    frameBytes: (apiAfter.sentBytes - apiBefore.sentBytes) / frames / after.viewers,
  }
  return { changed, cost }
}

/** For each reader and each change, how long it took. What was changed again before it was told, nobody hears of. */
function latenessOf(changed: Changed[], heard: Heard[]) {
  const byPlace = Map.groupBy(changed, ([place]) => place)
  const ms: number[] = []
  for (const { at, changes } of heard) {
    for (const [state, places] of changes) {
      for (const place of places) {
        const last = byPlace
          .get(place)
          ?.findLast(([, its, changedAt]) => its === state && changedAt <= at)
        if (last) ms.push(at - last[2])
      }
    }
  }
  ms.sort((one, other) => one - other)
  const changedAgain = changed.filter(([place, , at]) =>
    byPlace.get(place)?.some(([, , next]) => next > at && next - at <= TOLD_WITHIN_MS),
  )
  const unheard = changed.length * READERS - ms.length
  return { ms, unheard, missed: Math.max(0, unheard - changedAgain.length * READERS) }
}
