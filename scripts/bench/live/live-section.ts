import { mintPerformance } from "@podo/db/testing"
import { quantile } from "../../crowd/measures.ts"
import type { Bench } from "../bench.ts"
import { spreadOf } from "../numbers.ts"
import { startApi } from "../processes.ts"
import type { Finding, Section } from "../section.ts"
import { latenessOf } from "./lateness.ts"
import {
  type ClaimsReport,
  startPart,
  type ToClaims,
  type ToViewers,
  type ViewersReport,
} from "./parts.ts"

const CAPACITY = 50_000
const READERS = 20
const WARM_VIEWERS = 500
const PER_SECOND = 500
const KIB = 1024

type Size = {
  viewers: number
  seconds: number
  rounds: number
  settleMs: number
  /** Of those by viewers and claims, so many are looked at. */
  costs: number
}
const FULL: Size = { viewers: 10_000, seconds: 6, rounds: 3, settleMs: 1_500, costs: 4 }
const QUICK: Size = { viewers: 1_000, seconds: 1, rounds: 1, settleMs: 500, costs: 1 }

type Stage = ReturnType<typeof startParts> & {
  api: Bench["api"]
  /** Until the last news have come, and timers and garbage of what came before have gone. */
  settle: () => Promise<void>
}

async function run(bench: Bench): Promise<Finding> {
  const size = bench.scale.quick ? QUICK : FULL
  const wishes = { capacity: CAPACITY, standing: true, holdSeconds: 3_600 }
  const { performanceId } = await mintPerformance(bench.stores, wishes)
  const settle = () => Bun.sleep(size.settleMs)
  // The memory of a viewer is seen in a process that has not done anything else yet.
  const api = await startApi(bench.urls)
  const stage = { ...startParts({ ...bench, api }, performanceId), api, settle }
  await stage.claims.isReady()
  await open(stage, WARM_VIEWERS)
  await stage.claims.ask({ ask: "rate", perSecond: PER_SECOND, seconds: Math.min(3, size.seconds) })
  await stage.claims.ask({ ask: "http", seconds: Math.min(5, size.seconds) })
  await close(stage)
  const news = await measureNews(stage, size)
  const costs = await measureCosts(stage, size)
  const ratio = await measureThroughput(stage, size)
  stage.viewers.stop()
  stage.claims.stop()
  await api.stop()
  return {
    lines: [...news.lines, ...costs, ratio.line],
    shown: [
      {
        says: `from a claim to the news of it, p99, ${size.viewers} viewers`,
        value: news.p99,
        unit: "ms",
      },
      { says: `claims a second beside ${size.viewers} viewers, of those without`, value: ratio.of },
    ],
  }
}

function startParts({ api, urls }: Bench, performanceId: string) {
  const viewers = startPart<ToViewers, ViewersReport>("viewers.ts", [
    String(api.port),
    performanceId,
  ])
  const claims = startPart<ToClaims, ClaimsReport>("claims.ts", [
    urls.databaseUrl,
    urls.redisUrl,
    api.url,
    performanceId,
    String(CAPACITY),
  ])
  return { viewers, claims }
}

async function open({ viewers }: Stage, count: number) {
  await viewers.ask({ ask: "open", viewers: count, readers: READERS })
}

async function close({ viewers, settle }: Stage) {
  await viewers.ask({ ask: "close" })
  await settle()
}

/** How long it takes from a claim to the news of it, and what a viewer costs. */
async function measureNews(stage: Stage, { viewers, seconds }: Size) {
  const { api } = stage
  const before = await api.measured()
  const began = performance.now()
  await open(stage, viewers)
  const openedMs = performance.now() - began
  await stage.settle()
  const idle = await api.measured()
  const { changed, cost } = await change(stage, PER_SECOND, seconds)
  const after = await api.measured()
  const { dropped } = await stage.viewers.ask({ ask: "report" })
  const late = latenessOf(changed, stage.viewers.heard, READERS)
  const perViewer = (bytes: number) => ((bytes - before.rssBytes) / viewers / KIB).toFixed(1)
  const p99 = quantile(late.ms, 0.99)
  await close(stage)
  return {
    p99,
    lines: [
      `${viewers} viewers came in ${(openedMs / 1000).toFixed(1)} s; ${dropped} were lost. Each takes ${perViewer(idle.rssBytes)} KiB of the api, ${perViewer(after.rssBytes)} after the news.`,
      `From a claim to the news of it: p50 ${quantile(late.ms, 0.5)}, p99 ${p99}, at most ${late.ms.at(-1)} ms (${late.ms.length} heard by ${READERS}, ${late.unheard} changed again before, ${late.missed} missed).`,
      `${viewers} viewers: ${toldOf(cost)}`,
    ],
  }
}

const COSTS = [
  { share: 0.1, rate: PER_SECOND },
  { share: 0.5, rate: PER_SECOND },
  { share: 0.5, rate: 50 },
  { share: 0.5, rate: 5_000 },
]

/** The CPU time of the api by the number of viewers, and by the number of claims. */
async function measureCosts(stage: Stage, { viewers, seconds, costs }: Size) {
  const lines: string[] = []
  for (const { share, rate } of COSTS.slice(0, costs)) {
    const count = viewers * share
    await open(stage, count)
    await stage.settle()
    const { cost } = await change(stage, rate, seconds)
    lines.push(`${count} viewers, asked for ${rate} places a second: ${toldOf(cost)}`)
    await close(stage)
  }
  return lines
}

/** The claims that the api answers in a second, beside viewers and without any; each comes first every other time. */
async function measureThroughput(stage: Stage, { viewers, rounds, seconds }: Size) {
  const ratios: number[] = []
  const claimsPerSecond = async () =>
    (await stage.claims.ask({ ask: "http", seconds: seconds / 2 })).count / (seconds / 2)
  for (let round = 1; round <= rounds; round++) {
    const early = round % 2 === 0 ? undefined : await claimsPerSecond()
    await open(stage, viewers)
    const beside = await claimsPerSecond()
    await close(stage)
    ratios.push(beside / (early ?? (await claimsPerSecond())))
  }
  const { min, median, max } = spreadOf(ratios)
  return {
    of: median,
    line: `Claims a second beside ${viewers} viewers, of those without: ${median.toFixed(2)} (${min.toFixed(2)}–${max.toFixed(2)}).`,
  }
}

type Cost = { perSecond: number; api: number; viewers: number; frames: number; frameBytes: number }

const toldOf = ({ perSecond, api, viewers, frames, frameBytes }: Cost) =>
  `${perSecond.toFixed(0)} places/s in ${frames.toFixed(1)} frames/s of ${frameBytes.toFixed(0)} bytes; of a core the api took ${api.toFixed(2)}, the viewers ${viewers.toFixed(2)}.`

async function change({ api, viewers, claims, settle }: Stage, perSecond: number, seconds: number) {
  viewers.heard.length = 0
  const [apiBefore, before] = [await api.measured(), await viewers.ask({ ask: "report" })]
  const began = performance.now()
  const { changed, count } = await claims.ask({ ask: "rate", perSecond, seconds })
  const elapsed = (performance.now() - began) / 1_000
  const [apiAfter, after] = [await api.measured(), await viewers.ask({ ask: "report" })]
  await settle()
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

export const live: Section = {
  name: "live",
  title: "News to many viewers",
  how: "Viewers of one performance of 50,000 places and those who claim there are processes of their own beside the api. Claims go straight to Redis, so that the api has nothing to do but to tell of them, except in the last line.",
  run,
}
