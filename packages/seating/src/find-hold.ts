import { HoldId, type PerformanceId, type UserId } from "@podo/contract/ids"
import type { Hold } from "@podo/contract/seating"
import type { Stores } from "@podo/stores/stores"
import { z } from "zod"
import findHoldLua from "./find-hold.lua" with { type: "text" }
import { whenLoaded } from "./load-places.ts"
import { NotLoaded, performanceScript } from "./performance-script.ts"
import { PlacesText } from "./places-text.ts"

const findScript = performanceScript(
  findHoldLua,
  z.discriminatedUnion("code", [
    NotLoaded,
    z.object({ code: z.literal("NONE") }),
    z.object({
      code: z.literal("FOUND"),
      holdId: HoldId,
      places: PlacesText,
      total: z.coerce.number(),
      currency: z.string(),
      expiresAt: z.number(),
      remainingMs: z.number(),
      extended: z.number(),
    }),
  ]),
)

/** The hold of a user at this performance: the same on every device and after a reload. */
export async function findHold(
  stores: Stores,
  userId: UserId,
  { performanceId }: { performanceId: PerformanceId },
): Promise<Hold | null> {
  const found = await whenLoaded(stores, performanceId, () =>
    findScript(stores.redis, performanceId, [userId]),
  )
  if (found.code === "NONE") return null
  const { code: _, expiresAt, extended, ...hold } = found
  return {
    ...hold,
    performanceId,
    expiresAt: new Date(expiresAt).toISOString(),
    extendable: extended === 0,
  }
}
