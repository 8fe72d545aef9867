import { listAreas } from "@podo/catalog/sale-terms.queries"
import type { PerformanceId, Place } from "@podo/contract/ids"
import type { Stores } from "@podo/stores/stores"
import { z } from "zod"
import { whenLoaded } from "./load-places.ts"
import { NotLoaded, performanceScript } from "./performance-script.ts"
import recountPlacesLua from "./recount-places.lua" with { type: "text" }

const recountScript = performanceScript(
  recountPlacesLua,
  z.discriminatedUnion("code", [NotLoaded, z.object({ code: z.literal("RECOUNTED") })]),
)

export type Corrections = {
  /** Places that MySQL knows are not sold, with the owner that Redis wrongly gave them, or "" for none. */
  unsold: (readonly [Place, string])[]
  /** The places that users have really booked, and those that Redis was seen to tell. */
  bookedBy: (readonly [string, number, number])[]
}

/** Derives everything that Redis counts from its places anew, after the given corrections. */
export async function recountPlaces(
  stores: Stores,
  performanceId: PerformanceId,
  { unsold, bookedBy }: Corrections,
): Promise<void> {
  const areas = await listAreas(stores.db, performanceId)
  const ranges = areas.map(({ area, firstPlace, capacity }) => [
    area,
    firstPlace,
    firstPlace + capacity - 1,
  ])
  const args = [unsold, bookedBy, ranges].map((list) => JSON.stringify(list))
  await whenLoaded(stores, performanceId, () => recountScript(stores.redis, performanceId, args))
}
