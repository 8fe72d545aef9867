import type { PerformanceId } from "@podo/contract/ids"
import type { Stores } from "@podo/stores/stores"
import { whenLoaded } from "@podo/seating/load-places"
import { performanceScript } from "@podo/seating/performance-script"
import { z } from "zod"
import hasOpenedLua from "./has-opened.lua" with { type: "text" }

const askRedis = performanceScript(
  hasOpenedLua,
  z.object({ code: z.enum(["OPENED", "NOT_OPEN", "NOT_LOADED"]) }),
)

/**
 * Whether a sale has opened by Redis' clock and by the terms that Redis knows: they decide who was in the lobby.
 * Before that a seed is a secret, or an account could be made for a good place.
 */
export async function hasOpened(stores: Stores, performanceId: PerformanceId): Promise<boolean> {
  const { code } = await whenLoaded(stores, performanceId, () =>
    askRedis(stores.redis, performanceId, []),
  )
  return code === "OPENED"
}
