import { findSaleTerms, listAreas } from "@podo/catalog/sale-terms.queries"
import type { PerformanceId } from "@podo/contract/ids"
import type { Stores } from "@podo/stores/stores"
import { z } from "zod"
import { whenLoaded } from "./load-places.ts"
import { argsOfRuns, readRuns } from "./performance-runs.ts"
import { NotLoaded, performanceScript } from "./performance-script.ts"
import recountRunsLua from "./recount-runs.lua" with { type: "text" }

const recountScript = performanceScript(
  recountRunsLua,
  z.discriminatedUnion("code", [NotLoaded, z.object({ code: z.literal("RECOUNTED") })]),
)

/** Derives the runs of a performance anew, from its hall, its prices and its places. */
export async function recountRuns(stores: Stores, performanceId: PerformanceId): Promise<void> {
  const { hallId } = await findSaleTerms(stores.db, performanceId)
  const areas = await listAreas(stores.db, performanceId)
  const args = argsOfRuns(await readRuns(stores.db, hallId, areas))
  await whenLoaded(stores, performanceId, () => recountScript(stores.redis, performanceId, args))
}
