import type { PerformanceId, Place } from "@podo/contract/ids"
import type { Stores } from "@podo/stores/stores"
import { z } from "zod"
import { NotLoaded, performanceScript } from "./performance-script.ts"
import type { Confirming } from "./release-hold.ts"
import reopenPlacesLua from "./reopen-places.lua" with { type: "text" }
import { argsOfBookings, type Settling } from "./settle-confirm.ts"

const reopenScript = performanceScript(
  reopenPlacesLua,
  z.discriminatedUnion("code", [NotLoaded, z.object({ code: z.literal("REOPENED") })]),
)

/**
 * Lets the places of many cancelled bookings of one performance return to the sale, those that are still their own:
 * they open after some seconds. Harmless to repeat. It answers NOT_LOADED rather than loading.
 */
export async function reopenAll(
  { redis }: Pick<Stores, "redis">,
  performanceId: PerformanceId,
  cancelled: Settling[],
): Promise<{ code: "REOPENED" | "NOT_LOADED" }> {
  for (const args of argsOfBookings(cancelled)) {
    const { code } = await reopenScript(redis, performanceId, args)
    if (code === "NOT_LOADED") return { code }
  }
  return { code: "REOPENED" }
}

/** As reopenAll, for one. */
export async function reopenPlaces(
  stores: Stores,
  { performanceId, ...confirming }: Confirming,
  places: Place[],
) {
  return reopenAll(stores, performanceId, [{ ...confirming, places }])
}
