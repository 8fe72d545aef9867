import { findTermsVersion } from "@podo/catalog/sale-terms.queries"
import { Refused } from "@podo/contract/refusal"
import type { Place } from "@podo/contract/ids"
import type { Stores } from "@podo/db/stores"
import { list } from "@podo/redis/script"
import { z } from "zod"
import beginConfirmLua from "./begin-confirm.lua" with { type: "text" }
import { CONFIRM_RETRY_MS } from "./claim-places.ts"
import { followPerformance } from "./follow-performance.ts"
import { whenLoaded } from "./load-places.ts"
import { NotLoaded, performanceScript } from "./performance-script.ts"
import type { Confirming } from "./release-hold.ts"

/** Longer than a transaction may take with all its retries, so that nobody asks MySQL too early. */
const CONFIRM_MS = 60_000

const beginScript = performanceScript(
  beginConfirmLua,
  z.discriminatedUnion("code", [
    NotLoaded,
    z.object({ code: z.literal("BEGUN"), places: list(z.number()), version: z.number() }),
    z.object({ code: z.literal("HOLD_EXPIRED") }),
    z.object({ code: z.literal("CONFIRM_IN_PROGRESS") }),
  ]),
)

/**
 * Keeps a hold from lapsing while its booking is written. Returns its places; null when there is no such hold. A
 * hold that was made while Redis had not heard of newer terms is looked at once more when it has.
 */
export async function beginConfirm(
  stores: Stores,
  confirming: Confirming,
): Promise<Place[] | null> {
  const { performanceId } = confirming
  const begun = await begin(stores, confirming)
  if (!begun || begun.version === (await findTermsVersion(stores.db, performanceId))) {
    return begun && begun.places
  }
  await followPerformance(stores, performanceId)
  const again = await begin(stores, confirming)
  return again && again.places
}

async function begin(stores: Stores, { performanceId, holdId, userId, bookingId }: Confirming) {
  const begun = await whenLoaded(stores, performanceId, () =>
    beginScript(stores.redis, performanceId, [holdId, userId, bookingId, CONFIRM_MS]),
  )
  if (begun.code === "BEGUN") return begun
  if (begun.code === "HOLD_EXPIRED") return null
  throw new Refused({ code: begun.code, retryAfterMs: CONFIRM_RETRY_MS })
}
