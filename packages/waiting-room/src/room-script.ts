import type { PerformanceId } from "@podo/contract/ids"
import { Refused } from "@podo/contract/refusal"
import type { Stores } from "@podo/stores/stores"
import type { ScriptArg } from "@podo/redis/script"
import { whenLoaded } from "@podo/seating/load-places"
import { NotLoaded, performanceScript } from "@podo/seating/performance-script"
import { z } from "zod"
import { loadRoom } from "./load-room.ts"
import { roomFragments } from "./room-fragments.ts"

/** The answers that every script of a room may give instead: see room.lua. */
const NoRoom = z.object({ code: z.enum(["ROOM_NOT_LOADED", "NO_ROOM"]) })
type NoRoom = z.infer<typeof NoRoom>

const LOADS_MAX = 3
const RETRY_MS = 1_000

/**
 * A script over the line of one performance. It loads what Redis does not know, and refuses with NOT_FOUND where
 * there is no waiting room, or STORE_UNAVAILABLE when loading does not come to an end.
 */
export function roomScript<Reply extends { code: string }>(lua: string, reply: z.ZodType<Reply>) {
  const run = performanceScript(lua, z.union([reply, NotLoaded, NoRoom]), roomFragments)
  return async (
    stores: Stores,
    performanceId: PerformanceId,
    args: ScriptArg[],
  ): Promise<Reply> => {
    for (let loads = 0; loads < LOADS_MAX; loads++) {
      const said = await whenLoaded(stores, performanceId, () =>
        run(stores.redis, performanceId, args),
      )
      if (hasRoom<Reply>(said)) return said
      if (said.code === "NO_ROOM") throw new Refused({ code: "NOT_FOUND", what: "waiting-room" })
      await loadRoom(stores, performanceId)
    }
    throw new Refused({ code: "STORE_UNAVAILABLE", retryAfterMs: RETRY_MS })
  }
}

const hasRoom = <Reply extends { code: string }>(
  said: { code: string } | Reply,
): said is Exclude<Reply, NoRoom> => said.code !== "ROOM_NOT_LOADED" && said.code !== "NO_ROOM"
