import { mintSessions } from "@podo/accounts/mint-sessions"
import { insertManyEvents, type InsertedEvent } from "@podo/db/many-events.queries"
import { migrateToLatest } from "@podo/db/migrate"
import { closeStores, openStores } from "@podo/db/stores"
import { text, wholeNumber } from "./arguments.ts"
import { startBenchApi } from "./bench-api.ts"
import { benchEvents, RARE_WORD } from "./bench-catalog-events.ts"
import { aloneAt, type Call, crowdAt, tableHead, tableRow } from "./bench-catalog-load.ts"
import { median } from "./measures.ts"
import { Problem, runOrExplain } from "./problem.ts"
import { prepareFound } from "./stores.ts"
import { startThrowAway } from "./stores-throwaway.ts"

const WARM_UP_SECONDS = 5
const ROUNDS = 3
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
  const empty = { url: `${api.url}/trpc/empty` }
  const calls = await callsTo(api.url, urls, inserted)
  // Until the compiler has seen enough of both, neither is as fast as it will be.
  for (const call of [empty, calls.list]) await crowdAt(call, WARM_UP_SECONDS)
  console.log(tableHead(inserted.length))
  for (const [name, call] of Object.entries({ "empty query": empty, ...calls })) {
    const alone = await aloneAt(call, seconds)
    const beside = await crowdAt(empty, seconds)
    const crowd = await crowdAt(call, seconds)
    console.log(tableRow({ name, alone, crowd, share: crowd.perSecond / beside.perSecond }))
  }
  const ratios: number[] = []
  for (let round = 1; round <= ROUNDS; round++) {
    const beside = await crowdAt(empty, seconds)
    ratios.push((await crowdAt(calls.list, seconds)).perSecond / beside.perSecond)
  }
  console.log(`cached list / empty query: ${median(ratios).toFixed(3)}, median of ${ROUNDS} turns`)
  await api.stop()
}

/** Nobody says who they are, unless it is told: then answers are one's own, and none is shared. */
async function callsTo(api: string, urls: StoreUrls, [first]: InsertedEvent[]) {
  if (!first) throw new Problem("There are no events to be measured.")
  const { eventId, performanceId } = first
  const to = (procedure: string, input: object, headers: Record<string, string> = {}): Call => ({
    url: `${api}/trpc/${procedure}?input=${encodeURIComponent(JSON.stringify(input))}`,
    headers,
  })
  const search = { search: RARE_WORD }
  return {
    list: to("podo.catalog.events", {}),
    "list, signed in": to("podo.catalog.events", {}, await signedIn(urls)),
    "list, uncached": to("uncached.events", {}),
    search: to("podo.catalog.events", search),
    "search, uncached": to("uncached.events", search),
    detail: to("podo.catalog.event", { eventId }),
    "detail, uncached": to("uncached.event", { eventId }),
    availability: to("podo.seating.availability", { performanceId }),
    "availability, uncached": to("uncached.availability", { performanceId }),
  }
}

async function signedIn(urls: StoreUrls) {
  const stores = await openStores(urls, console.error)
  const [session] = await mintSessions(stores.db, 1)
  await closeStores(stores)
  return { authorization: `Bearer ${session?.token}` }
}
