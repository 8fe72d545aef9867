import type { Place } from "@podo/contract/ids"
import type { Stores } from "@podo/db/stores"
import { list } from "@podo/redis/script"
import { z } from "zod"
import { NotLoaded, performanceScript } from "./performance-script.ts"
import type { Confirming } from "./release-hold.ts"
import reopenPlacesLua from "./reopen-places.lua" with { type: "text" }

const reopenScript = performanceScript(
  reopenPlacesLua,
  z.discriminatedUnion("code", [
    NotLoaded,
    z.object({ code: z.literal("REOPENED"), places: list(z.number()) }),
  ]),
)

/**
 * Lets the places of a cancelled booking return to the sale, those that are still its own: they open after some
 * seconds. Harmless to repeat.
 */
export async function reopenPlaces(
  { redis }: Stores,
  { performanceId, holdId, bookingId, userId }: Confirming,
  places: Place[],
) {
  return reopenScript(redis, performanceId, [holdId, bookingId, userId, ...places])
}
