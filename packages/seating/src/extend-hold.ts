import type { UserId } from "@podo/contract/ids"
import { Refused } from "@podo/contract/refusal"
import type { ExtendHold, Hold } from "@podo/contract/seating"
import type { Stores } from "@podo/stores/stores"
import { z } from "zod"
import { CONFIRM_RETRY_MS } from "./claim-places.ts"
import extendHoldLua from "./extend-hold.lua" with { type: "text" }
import { whenLoaded } from "./load-places.ts"
import { NotLoaded, performanceScript } from "./performance-script.ts"
import { PlacesText } from "./places-text.ts"

const extendScript = performanceScript(
  extendHoldLua,
  z.discriminatedUnion("code", [
    NotLoaded,
    z.object({
      code: z.literal("EXTENDED"),
      places: PlacesText,
      total: z.coerce.number(),
      currency: z.string(),
      expiresAt: z.number(),
      remainingMs: z.number(),
    }),
    z.object({ code: z.literal("NOT_YOURS") }),
    z.object({ code: z.literal("HOLD_EXPIRED") }),
    z.object({ code: z.literal("ALREADY_EXTENDED") }),
    z.object({ code: z.literal("CONFIRM_IN_PROGRESS") }),
  ]),
)

/**
 * Begins the time of a hold anew, once. A hold that takes its place can be extended again: what ends holding one
 * after another without booking is that only so many can be let go.
 *
 * Refuses with HOLD_EXPIRED, ALREADY_EXTENDED, NOT_FOUND for somebody else's, CONFIRM_IN_PROGRESS while it is
 * being booked.
 */
export async function extendHold(
  stores: Stores,
  userId: UserId,
  { performanceId, holdId }: ExtendHold,
): Promise<Hold> {
  const extended = await whenLoaded(stores, performanceId, () =>
    extendScript(stores.redis, performanceId, [holdId, userId]),
  )
  switch (extended.code) {
    case "NOT_YOURS":
      throw new Refused({ code: "NOT_FOUND", what: "hold" })
    case "CONFIRM_IN_PROGRESS":
      throw new Refused({ code: extended.code, retryAfterMs: CONFIRM_RETRY_MS })
    case "HOLD_EXPIRED":
    case "ALREADY_EXTENDED":
      throw new Refused(extended)
    case "EXTENDED": {
      const { code: _, expiresAt, ...hold } = extended
      return {
        ...hold,
        holdId,
        performanceId,
        expiresAt: new Date(expiresAt).toISOString(),
        extendable: false,
      }
    }
  }
}
