import { findSaleTerms, listAreas, type PricedArea } from "@podo/catalog/sale-terms.queries"
import type { PerformanceId } from "@podo/contract/ids"
import { Refused } from "@podo/contract/refusal"
import type { Stores } from "@podo/stores/stores"
import { keysOfPerformance } from "@podo/redis/performance-keys"
import { z } from "zod"
import loadPlacesLua from "./load-places.lua" with { type: "text" }
import { argsOfRuns, type PerformanceRuns, readRuns } from "./performance-runs.ts"
import { performanceScript } from "./performance-script.ts"
import { drawPlaces, HOUSE } from "./places.ts"
import { saleFieldsOf } from "./sale-fields.ts"
import { listSoldPlaces } from "./sold-places.queries.ts"

const LOCK_MS = 5_000
const WAIT_MS = 25
const ATTEMPTS_MAX = 200

const loadScript = performanceScript(
  loadPlacesLua,
  z.object({ code: z.enum(["LOADED", "ALREADY_LOADED", "LOCK_LOST"]) }),
)

/**
 * Asks, and where Redis does not know the performance, loads it from MySQL and asks again.
 * Refuses with NOT_FOUND for an unknown performance, STORE_UNAVAILABLE when loading does not come to an end.
 */
export async function whenLoaded<Reply extends { code: string }>(
  stores: Stores,
  performanceId: PerformanceId,
  ask: () => Promise<Reply>,
): Promise<Exclude<Reply, { code: "NOT_LOADED" }>> {
  for (let attempt = 0; attempt < ATTEMPTS_MAX; attempt++) {
    const reply = await ask()
    if (isLoaded(reply)) return reply
    const isMine = await loadPlaces(stores, performanceId)
    // Somebody else is loading: their work will do.
    if (!isMine) await Bun.sleep(WAIT_MS)
  }
  throw new Refused({ code: "STORE_UNAVAILABLE", retryAfterMs: LOCK_MS })
}

const isLoaded = <Reply extends { code: string }>(
  reply: Reply,
): reply is Exclude<Reply, { code: "NOT_LOADED" }> => reply.code !== "NOT_LOADED"

/** Rebuilds a performance in Redis from MySQL. False when another process is at it. */
export async function loadPlaces(stores: Stores, performanceId: PerformanceId): Promise<boolean> {
  const token = Bun.randomUUIDv7()
  const { loadLock } = keysOfPerformance(performanceId)
  if (!(await stores.redis.set(loadLock, token, "PX", LOCK_MS, "NX"))) return false
  const read = await readPerformance(stores, performanceId).catch(async (error: unknown) => {
    // A failed reading keeps no other caller waiting.
    await stores.redis.del(loadLock)
    throw error
  })
  await writePerformance(stores, performanceId, { token, read })
  return true
}

/** A performance as MySQL has it. */
export type PerformanceRead = {
  terms: Parameters<typeof saleFieldsOf>[0]
  areas: PricedArea[]
  /** Without a booking: withheld. */
  sold: Awaited<ReturnType<typeof listSoldPlaces>>
  runs: PerformanceRuns
}

async function readPerformance(
  { db }: Stores,
  performanceId: PerformanceId,
): Promise<PerformanceRead> {
  const terms = await findSaleTerms(db, performanceId)
  const areas = await listAreas(db, performanceId)
  const runs = await readRuns(db, terms.hallId, areas)
  // Places and what each user has come from one look: a booking between two would count in one of them only.
  const sold = await listSoldPlaces(db, performanceId)
  return { terms, areas, sold, runs }
}

/** Tells Redis of a performance, unless the token's lock is lost, or it knows the performance already. */
export async function writePerformance(
  { redis }: Pick<Stores, "redis">,
  performanceId: PerformanceId,
  { token, read }: { token: string; read: PerformanceRead },
): Promise<void> {
  const { terms, areas, sold, runs } = read
  const places = drawPlaces(terms.capacity, sold)
  const open = areas.map(({ area, firstPlace, capacity }) => {
    const range = places.slice(firstPlace, firstPlace + capacity)
    return [area, range.split(".").length - 1]
  })
  const owners = [...Map.groupBy(sold, ({ bookingId }) => bookingId ?? HOUSE)].map(
    ([owner, its]) => [owner, ...its.map(({ place }) => place)],
  )
  const bookedBy = Object.fromEntries(
    [...Map.groupBy(sold, ({ userId }) => userId)].flatMap(([userId, its]) =>
      userId === null ? [] : [[userId, its.length]],
    ),
  )
  await loadScript(redis, performanceId, [
    token,
    places,
    JSON.stringify(saleFieldsOf(terms, areas)),
    JSON.stringify(Object.fromEntries(open)),
    JSON.stringify(owners),
    JSON.stringify(bookedBy),
    ...argsOfRuns(runs),
  ])
}
