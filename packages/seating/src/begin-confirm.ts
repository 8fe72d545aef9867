import { Refused } from "@podo/contract/refusal"
import type { Place } from "@podo/contract/ids"
import type { Stores } from "@podo/stores/stores"
import { z } from "zod"
import beginConfirmLua from "./begin-confirm.lua" with { type: "text" }
import { CONFIRM_RETRY_MS } from "./claim-places.ts"
import { whenLoaded } from "./load-places.ts"
import { NotLoaded, performanceScriptTogether } from "./performance-script.ts"
import { PlacesText } from "./places-text.ts"
import type { Confirming } from "./release-hold.ts"

/** Longer than a transaction may take with all its retries, so that nobody asks MySQL too early. */
const CONFIRM_MS = 60_000
const BEGUN_PER_SCRIPT_MAX = 64

const beginScript = performanceScriptTogether(
  beginConfirmLua,
  z.discriminatedUnion("code", [
    NotLoaded,
    z.object({ code: z.literal("BEGUN"), places: PlacesText, version: z.number() }),
    z.object({ code: z.literal("HOLD_EXPIRED") }),
    z.object({ code: z.literal("CONFIRM_IN_PROGRESS") }),
  ]),
  { itemsMax: BEGUN_PER_SCRIPT_MAX, shared: [CONFIRM_MS] },
)

/** The places that a hold is being booked with, and the version of the sale's terms that Redis knows. */
export type Begun = { places: Place[]; version: number }

/**
 * Keeps a hold from lapsing while its booking is written; null when there is no such hold. The process that writes the booking
 * compares the version with MySQL's in the same transaction. Refuses with CONFIRM_IN_PROGRESS.
 */
export async function beginConfirm(
  stores: Stores,
  { performanceId, holdId, userId, bookingId }: Confirming,
): Promise<Begun | null> {
  const begun = await whenLoaded(stores, performanceId, () =>
    beginScript(stores.redis, performanceId, [holdId, userId, bookingId]),
  )
  if (begun.code === "BEGUN") return { places: begun.places, version: begun.version }
  if (begun.code === "HOLD_EXPIRED") return null
  throw new Refused({ code: begun.code, retryAfterMs: CONFIRM_RETRY_MS })
}
