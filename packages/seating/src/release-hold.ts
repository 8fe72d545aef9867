import type { BookingId, HoldId, PerformanceId, UserId } from "@podo/contract/ids"
import { Refused } from "@podo/contract/refusal"
import type { ReleaseHold } from "@podo/contract/seating"
import type { Stores } from "@podo/stores/stores"
import { z } from "zod"
import { CONFIRM_RETRY_MS } from "./claim-places.ts"
import { whenLoaded } from "./load-places.ts"
import { NotLoaded, performanceScript } from "./performance-script.ts"
import releaseHoldLua from "./release-hold.lua" with { type: "text" }

const releaseScript = performanceScript(
  releaseHoldLua,
  z.discriminatedUnion("code", [
    NotLoaded,
    z.object({ code: z.literal("NOT_YOURS") }),
    z.object({ code: z.literal("RELEASED") }),
    z.object({ code: z.literal("CONFIRM_IN_PROGRESS") }),
  ]),
)

/**
 * Gives a hold back. One that is gone is no error: there is nothing to give.
 * Refuses with NOT_FOUND for somebody else's, CONFIRM_IN_PROGRESS while it is being booked.
 */
export async function releaseHold(
  stores: Stores,
  userId: UserId,
  { performanceId, holdId }: ReleaseHold,
): Promise<Record<string, never>> {
  const { code } = await whenLoaded(stores, performanceId, () =>
    releaseScript(stores.redis, performanceId, [holdId, userId, "", "given-back"]),
  )
  if (code === "NOT_YOURS") throw new Refused({ code: "NOT_FOUND", what: "hold" })
  if (code === "CONFIRM_IN_PROGRESS") throw new Refused({ code, retryAfterMs: CONFIRM_RETRY_MS })
  return {}
}

/** A hold on its way to being a booking. */
export type Confirming = {
  performanceId: PerformanceId
  holdId: HoldId
  bookingId: BookingId
  userId: UserId
}

/**
 * Ends the hold of a booking that will not come to be: given back by its user, refused through no fault of theirs,
 * or abandoned by the process that was to write it. See release-hold.lua for what becomes of its places.
 */
export async function endConfirm(
  { redis }: Stores,
  { performanceId, holdId, bookingId, userId }: Confirming,
  how: "given-back" | "refused" | "abandoned",
): Promise<void> {
  await releaseScript(redis, performanceId, [holdId, userId, bookingId, how])
}
