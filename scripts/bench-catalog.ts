import { insertManyEvents, type InsertedEvent } from "@podo/db/many-events.queries"
import { migrateToLatest } from "@podo/db/migrate"
import { closeStores, openStores } from "@podo/db/stores"
import autocannon from "autocannon"
import { text, wholeNumber } from "./arguments.ts"
import { startBenchApi } from "./bench-api.ts"
import { benchEvents, RARE_WORD } from "./bench-catalog-events.ts"
import { median, quantile } from "./measures.ts"
import { Problem, runOrExplain } from "./problem.ts"
import { prepareFound } from "./stores.ts"
import { startThrowAway } from "./stores-throwaway.ts"

const CONNECTIONS = 50
const WARM_UP_SECONDS = 5
const ROUNDS = 3
const CALLS_ALONE_MAX = 300
const EVENTS_MAX = 1_000_000

type StoreUrls = { databaseUrl: string; redisUrl: string }

// What the catalogue costs beside a query that does nothing, at several sizes, in one run. The ratios are what counts;
// the numbers depend on the machine, which api, MySQL, Redis and the load share.
await runOrExplain(async () => {
  const [sizes, seconds] = [sizesAsked(), wholeNumber("seconds", 3)]
  const { stop, ...urls } = await startThrowAway(undefined, prepareFound)
  const events = benchEvents(Math.max(...sizes))
  let inserted: InsertedEvent[] = []
  for (const size of sizes) {
    inserted = [...inserted, ...(await fill(urls, events.slice(inserted.length, size)))]
    await measureAt(urls, inserted, seconds)
  }
  await stop()
  process.exit(0)
})

function sizesAsked(): number[] {
  const sizes = (text("events") ?? "100,10000,100000").split(",").map(Number)
  const isRight = (size: number) => Number.isInteger(size) && size >= 1 && size <= EVENTS_MAX
  if (sizes.every(isRight)) return sizes.toSorted((one, other) => one - other)
  throw new Problem("--events must be whole numbers with commas between, such as 100,10000.")
}

async function fill(urls: StoreUrls, events: ReturnType<typeof benchEvents>) {
  const stores = await openStores(urls, console.error)
  await migrateToLatest(stores.db)
  const began = performance.now()
  const inserted = await insertManyEvents(stores.db, events)
  await stores.redis.flushall()
  await closeStores(stores)
  const tookSeconds = (performance.now() - began) / 1_000
  console.log(`${events.length} events more, written within ${tookSeconds.toFixed(1)} s`)
  return inserted
}

async function measureAt(urls: StoreUrls, inserted: InsertedEvent[], seconds: number) {
  const api = await startBenchApi("bench-catalog-api.ts", urls)
  const addressOf = (procedure: string, input: object) =>
    `${api.url}/trpc/${procedure}?input=${encodeURIComponent(JSON.stringify(input))}`
  const [first] = inserted
  if (!first) throw new Problem("There are no events to be measured.")
  const { eventId, performanceId } = first
  const empty = `${api.url}/trpc/empty`
  const list = addressOf("podo.catalog.events", {})
  const measured = {
    "empty query": empty,
    list: list,
    "list, uncached": addressOf("uncached.events", {}),
    search: addressOf("podo.catalog.events", { search: RARE_WORD }),
    "search, uncached": addressOf("uncached.events", { search: RARE_WORD }),
    detail: addressOf("podo.catalog.event", { eventId }),
    "detail, uncached": addressOf("uncached.event", { eventId }),
    availability: addressOf("podo.seating.availability", { performanceId }),
    "availability, uncached": addressOf("uncached.availability", { performanceId }),
  }
  // Until the compiler has seen enough of both, neither is as fast as it will be.
  for (const url of [empty, list]) await crowdAt(url, WARM_UP_SECONDS)
  const ratios: number[] = []
  const rates: number[] = []
  for (let round = 1; round <= ROUNDS; round++) {
    const without = await crowdAt(empty, seconds)
    const within = await crowdAt(list, seconds)
    rates.push(without.perSecond)
    ratios.push(within.perSecond / without.perSecond)
  }
  console.log(
    `\n${inserted.length} events     one at a time: p50   p99 ms   ${CONNECTIONS} at once:  per second  p50   p99 ms   of the empty query`,
  )
  for (const [name, url] of Object.entries(measured)) {
    const alone = await aloneAt(url, seconds)
    const crowd = await crowdAt(url, seconds)
    console.log(lineOf(name, alone, { ...crowd, share: crowd.perSecond / median(rates) }))
  }
  console.log(
    `cached list / empty query: ${median(ratios).toFixed(3)} (median of ${ROUNDS} rounds in turns)`,
  )
  await api.stop()
}

type Times = { p50: number; p99: number }

function lineOf(name: string, alone: Times, crowd: Times & { perSecond: number; share: number }) {
  const number = (value: number, digits: number, width: number) =>
    value.toFixed(digits).padStart(width)
  return [
    name.padEnd(24),
    number(alone.p50, 2, 11),
    number(alone.p99, 2, 8),
    number(crowd.perSecond, 0, 26),
    number(crowd.p50, 0, 6),
    number(crowd.p99, 0, 6),
    number(crowd.share, 3, 13),
  ].join(" ")
}

/** How long an answer takes when nobody else asks, in ms. */
async function aloneAt(url: string, seconds: number): Promise<Times> {
  const until = performance.now() + seconds * 1_000
  const took: number[] = []
  while (performance.now() < until && took.length < CALLS_ALONE_MAX) {
    const began = performance.now()
    const answer = await fetch(url)
    await answer.text()
    if (!answer.ok) throw new Problem(`A call failed (${answer.status}): nothing was measured.`)
    took.push(performance.now() - began)
  }
  const sorted = took.toSorted((one, other) => one - other)
  return { p50: quantile(sorted, 0.5), p99: quantile(sorted, 0.99) }
}

/** How many answers there are in a second when many ask at once, and how long each takes, in ms. */
async function crowdAt(url: string, seconds: number): Promise<Times & { perSecond: number }> {
  const { requests, latency, non2xx, errors } = await autocannon({
    url,
    connections: CONNECTIONS,
    duration: seconds,
  })
  if (non2xx + errors > 0) {
    throw new Problem(`${non2xx + errors} calls failed: nothing was measured.`)
  }
  return { perSecond: requests.average, p50: latency.p50, p99: latency.p99 }
}
