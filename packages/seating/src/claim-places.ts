import { areaOf } from "@podo/catalog/known-terms"
import { HoldId, type UserId } from "@podo/contract/ids"
import { type Refusal, Refused } from "@podo/contract/refusal"
import type { BestPlaces, ClaimPlaces, Hold } from "@podo/contract/seating"
import type { Stores } from "@podo/stores/stores"
import { z } from "zod"
import claimBestLua from "./claim-best.lua" with { type: "text" }
import claimPlacesLua from "./claim-places.lua" with { type: "text" }
import { byTerms, type ClaimTerms } from "./claim-terms.ts"
import { foldRuns } from "./fold-runs.ts"
import { whenLoaded } from "./load-places.ts"
import { NotLoaded, performanceScript, performanceScriptTogether } from "./performance-script.ts"
import { ascending, PlacesText, textOfPlaces } from "./places-text.ts"
import { groupsAskedFor } from "./run-groups.ts"
import { levelsOf } from "./sale-fields.ts"

/** How soon a confirmation that is under way will have ended, in all likelihood. */
export const CONFIRM_RETRY_MS = 500

const CLAIMS_PER_SCRIPT_MAX = 32
const FOLDS_MAX = 20
const RETRY_MS = 1_000

const Held = z.object({
  code: z.literal("HELD"),
  expiresAt: z.number(),
  remainingMs: z.number(),
  extended: z.number(),
})

const Refusing = z.discriminatedUnion("code", [
  NotLoaded,
  z.object({ code: z.literal("OLD_TERMS"), version: z.number() }),
  z.object({ code: z.literal("SALE_NOT_OPEN"), opensAt: z.number() }),
  z.object({ code: z.literal("SALE_CLOSED") }),
  z.object({ code: z.literal("NOT_ADMITTED") }),
  z.object({ code: z.literal("CONFIRM_IN_PROGRESS") }),
  z.object({ code: z.literal("LIMIT_REACHED"), limit: z.number(), booked: z.number() }),
  z.object({ code: z.literal("TOO_MANY_HOLDS"), retryAfterMs: z.number() }),
  z.object({ code: z.literal("INVALID_PLACE"), places: PlacesText }),
  z.object({ code: z.literal("PLACES_TAKEN"), places: PlacesText }),
  z.object({ code: z.literal("UNKNOWN_AREA") }),
  z.object({ code: z.literal("NOT_ENOUGH_PLACES"), remaining: z.number() }),
  z.object({ code: z.literal("RUNS_BEHIND") }),
])
type Refusing = z.infer<typeof Refusing>

const claimNamed = performanceScriptTogether(claimPlacesLua, z.union([Held, Refusing]), {
  itemsMax: CLAIMS_PER_SCRIPT_MAX,
})
const claimBest = performanceScript(
  claimBestLua,
  z.union([Held.extend({ places: PlacesText, total: z.number() }), Refusing]),
)

/**
 * Holds places for a user for the performance's hold time: all that were asked for, or a refusal. A hold that keeps
 * any place of the one that it replaces ends when that would have ended.
 */
export async function claimPlaces(
  stores: Stores,
  userId: UserId,
  input: ClaimPlaces,
): Promise<Hold> {
  const { performanceId } = input
  const holdId = HoldId.parse(Bun.randomUUIDv7())
  const claiming = { stores, userId, holdId }
  const { reply, terms } = await byTerms(stores, performanceId, (known) =>
    "places" in input ? claimThese(claiming, input, known) : claimSome(claiming, input, known),
  )
  if (reply.code !== "HELD") throw new Refused(refusalOf(reply))
  const { places, total, remainingMs } = reply
  return {
    holdId,
    performanceId,
    places: places.toSorted(ascending),
    expiresAt: new Date(reply.expiresAt).toISOString(),
    remainingMs,
    total,
    currency: terms.currency,
    extendable: reply.extended === 0,
  }
}

type Claiming = { stores: Stores; userId: UserId; holdId: HoldId }

async function claimThese(
  { stores, userId, holdId }: Claiming,
  { performanceId, places }: Extract<ClaimPlaces, { places: number[] }>,
  terms: ClaimTerms,
) {
  const total = places.reduce((sum, place) => sum + areaOf(terms, place).price, 0)
  const args = [userId, holdId, terms.version, total, textOfPlaces(terms, places)]
  const claimed = await whenLoaded(stores, performanceId, () =>
    claimNamed(stores.redis, performanceId, args),
  )
  return claimed.code === "HELD" ? { ...claimed, places, total } : claimed
}

async function claimSome(
  { stores, userId, holdId }: Claiming,
  { performanceId, quantity, wheelchairs = 0, ...wishes }: BestPlaces,
  { version, areas }: ClaimTerms,
) {
  const groups = groupsAskedFor(areas, wishes)?.join(",") ?? "-"
  const levels = levelsOf(areas).join(",")
  const args = [userId, holdId, version, quantity, wheelchairs, groups, levels]
  for (let fold = 1; ; fold++) {
    const claimed = await whenLoaded(stores, performanceId, () =>
      claimBest(stores.redis, performanceId, args),
    )
    if (claimed.code !== "RUNS_BEHIND" || fold > FOLDS_MAX) return claimed
    await foldRuns(stores, performanceId)
  }
}

function refusalOf(refused: Exclude<Refusing, { code: "NOT_LOADED" | "OLD_TERMS" }>): Refusal {
  switch (refused.code) {
    case "SALE_NOT_OPEN":
      return { code: refused.code, opensAt: new Date(refused.opensAt).toISOString() }
    case "CONFIRM_IN_PROGRESS":
      return { code: refused.code, retryAfterMs: CONFIRM_RETRY_MS }
    case "RUNS_BEHIND":
      return { code: "STORE_UNAVAILABLE", retryAfterMs: RETRY_MS }
    case "UNKNOWN_AREA":
      return { code: "NOT_FOUND", what: "area" }
    case "SALE_CLOSED":
    case "NOT_ADMITTED":
    case "LIMIT_REACHED":
    case "TOO_MANY_HOLDS":
    case "INVALID_PLACE":
    case "PLACES_TAKEN":
    case "NOT_ENOUGH_PLACES":
      return refused
  }
}
