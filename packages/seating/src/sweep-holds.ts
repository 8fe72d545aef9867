import { BookingId, HoldId, type PerformanceId, UserId } from "@podo/contract/ids"
import type { Stores } from "@podo/stores/stores"
import { list } from "@podo/redis/script"
import { z } from "zod"
import { foldRuns } from "./fold-runs.ts"
import { NotLoaded, performanceScript } from "./performance-script.ts"
import type { Confirming } from "./release-hold.ts"
import sweepHoldsLua from "./sweep-holds.lua" with { type: "text" }

const HOLDS_PER_SWEEP_MAX = 500

const sweepScript = performanceScript(
  sweepHoldsLua,
  z.discriminatedUnion("code", [
    NotLoaded,
    z.object({
      code: z.literal("SWEPT"),
      overdue: list(z.object({ holdId: HoldId, bookingId: BookingId, userId: UserId })),
    }),
  ]),
)

/**
 * Ends the holds of a performance that have lapsed (up to 500 at a time), opens places that have returned, brings its
 * runs up to that, and returns the holds whose confirmation has not come to an end, for somebody to ask MySQL about.
 */
export async function sweepHolds(
  stores: Stores,
  performanceId: PerformanceId,
): Promise<Confirming[]> {
  const swept = await sweepScript(stores.redis, performanceId, [HOLDS_PER_SWEEP_MAX])
  if (swept.code === "NOT_LOADED") return []
  // A question for the best places brings them up as well: overdue holds do not wait for it.
  await foldRuns(stores, performanceId).catch((error: unknown) =>
    stores.onDefect(error, "folding runs"),
  )
  return swept.overdue.map((confirming) => ({ performanceId, ...confirming }))
}
