import { announceChange } from "@podo/catalog/announce-change"
import { listWithheld, lockPerformance } from "@podo/catalog/performances.queries"
import { findPublishedTerms, listAreas } from "@podo/catalog/sale-terms.queries"
import type { EventId, PerformanceId, Place } from "@podo/contract/ids"
import { PLACE_STATES, PLACES_PER_WITHHOLDING_MAX } from "@podo/contract/limits"
import type { Transaction } from "@podo/db/connect"
import type { Stores } from "@podo/stores/stores"
import { inTransaction } from "@podo/db/transaction"
import { keysOfPerformance } from "@podo/redis/performance-keys"
import { z } from "zod"
import { NotLoaded, performanceScript } from "./performance-script.ts"
import { saleFieldsOf } from "./sale-fields.ts"
import setSaleLua from "./set-sale.lua" with { type: "text" }
import setWithheldLua from "./set-withheld.lua" with { type: "text" }
import { unloadPlaces } from "./unload-places.ts"

const setSale = performanceScript(
  setSaleLua,
  z.object({ code: z.enum(["SET", "KEPT", "FORGOTTEN", "NOT_LOADED"]) }),
)
const setWithheld = performanceScript(
  setWithheldLua,
  z.discriminatedUnion("code", [NotLoaded, z.object({ code: z.literal("SET") })]),
)

/** Whether terms that Redis knows already are written over: "always" is for the verifier. */
type WhichTerms = "newer" | "always"

/**
 * Makes Redis say of a sale's terms and of its withheld places what MySQL says. The performance's row is locked
 * meanwhile, so that nobody at the desk changes them between the look and the act. Harmless to repeat; nothing
 * is done for a draft, nor where Redis does not know the performance.
 */
export async function reconcilePerformance(
  stores: Stores,
  performanceId: PerformanceId,
  which: WhichTerms = "newer",
): Promise<void> {
  await inTransaction(stores.db, async (trx) => {
    // One that was removed is not there at all, and Redis forgets it.
    if (!(await lockPerformance(trx, performanceId))) return unloadPlaces(stores, performanceId)
    const terms = await findPublishedTerms(trx, performanceId)
    if (!terms) return
    const fields = saleFieldsOf(terms, await listAreas(trx, performanceId))
    const args = [terms.version, which, JSON.stringify(fields)]
    const { code } = await setSale(stores.redis, performanceId, args)
    if (code === "SET" || code === "KEPT") await reconcileWithheld(stores, trx, performanceId)
  })
}

async function reconcileWithheld(
  { redis }: Stores,
  trx: Transaction,
  performanceId: PerformanceId,
) {
  const withheld = await listWithheld(trx, performanceId)
  const map = (await redis.get(keysOfPerformance(performanceId).places)) ?? ""
  const isWithheld = new Set(withheld)
  const stray: Place[] = []
  for (let at = firstWithheld(map, 0); at >= 0; at = firstWithheld(map, at + 1)) {
    if (!isWithheld.has(at)) stray.push(at)
  }
  for (const some of chunksOf(stray)) await setWithheld(redis, performanceId, ["open", ...some])
  for (const some of chunksOf(withheld)) {
    await setWithheld(redis, performanceId, ["withhold", ...some])
  }
}

const firstWithheld = (map: string, from: number) => map.indexOf(PLACE_STATES.withheld, from)

function chunksOf(places: Place[]): Place[][] {
  const count = Math.ceil(places.length / PLACES_PER_WITHHOLDING_MAX)
  return Array.from({ length: count }, (_, index) =>
    places.slice(index * PLACES_PER_WITHHOLDING_MAX, (index + 1) * PLACES_PER_WITHHOLDING_MAX),
  )
}

/**
 * Tells Redis and the cached answers of a change to a performance that is committed. It stands whatever
 * happens here: the outbox tells of it again.
 */
export async function tellChange(
  stores: Stores,
  { performanceId, eventId }: { performanceId: PerformanceId; eventId: EventId },
): Promise<void> {
  const failed = (error: unknown) => stores.onDefect(error, "telling of a change at the desk")
  await Promise.all([
    reconcilePerformance(stores, performanceId).catch(failed),
    announceChange(stores, eventId).catch(failed),
  ])
}
