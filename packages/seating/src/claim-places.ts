import { HoldId, type Place, type UserId } from "@podo/contract/ids"
import { type Refusal, Refused } from "@podo/contract/refusal"
import type { BestPlaces, ClaimPlaces, Hold } from "@podo/contract/seating"
import type { Stores } from "@podo/db/stores"
import { list } from "@podo/redis/script"
import { z } from "zod"
import bestApartLua from "./best-apart.lua" with { type: "text" }
import bestBesideLua from "./best-beside.lua" with { type: "text" }
import bestTogetherLua from "./best-together.lua" with { type: "text" }
import claimBestLua from "./claim-best.lua" with { type: "text" }
import claimPlacesLua from "./claim-places.lua" with { type: "text" }
import claimLua from "./claim.lua" with { type: "text" }
import { whenLoaded } from "./load-places.ts"
import { NotLoaded, performanceScript } from "./performance-script.ts"

/** How soon a confirmation that is under way will have ended, in all likelihood. */
export const CONFIRM_RETRY_MS = 500

const places = list(z.number())

const Claimed = z.discriminatedUnion("code", [
  NotLoaded,
  z.object({
    code: z.literal("HELD"),
    places,
    total: z.number(),
    currency: z.string(),
    expiresAt: z.number(),
    remainingMs: z.number(),
  }),
  z.object({ code: z.literal("SALE_NOT_OPEN"), opensAt: z.number() }),
  z.object({ code: z.literal("SALE_CLOSED") }),
  z.object({ code: z.literal("NOT_ADMITTED") }),
  z.object({ code: z.literal("CONFIRM_IN_PROGRESS") }),
  z.object({ code: z.literal("LIMIT_REACHED"), limit: z.number(), booked: z.number() }),
  z.object({ code: z.literal("TOO_MANY_HOLDS"), retryAfterMs: z.number() }),
  z.object({ code: z.literal("INVALID_PLACE"), places }),
  z.object({ code: z.literal("PLACES_TAKEN"), places }),
  z.object({ code: z.literal("UNKNOWN_AREA") }),
  z.object({ code: z.literal("NOT_ENOUGH_PLACES"), remaining: z.number() }),
])
type Claimed = Exclude<z.infer<typeof Claimed>, NotLoaded>

const claimNamed = performanceScript(`${claimLua}\n${claimPlacesLua}`, Claimed)
const claimBest = performanceScript(
  [claimLua, bestTogetherLua, bestApartLua, bestBesideLua, claimBestLua].join("\n"),
  Claimed,
)

/** Holds places for a user for the performance's hold time: all that were asked for, or a refusal. */
export async function claimPlaces(
  stores: Stores,
  userId: UserId,
  input: ClaimPlaces,
): Promise<Hold> {
  const { performanceId } = input
  const holdId = HoldId.parse(Bun.randomUUIDv7())
  const claimed = await whenLoaded(stores, performanceId, () =>
    "places" in input
      ? claimNamed(stores.redis, performanceId, [userId, holdId, ...input.places])
      : claimBest(stores.redis, performanceId, [userId, holdId, ...wishesOf(input)]),
  )
  if (claimed.code !== "HELD") throw new Refused(refusalOf(claimed))
  const { total, currency, remainingMs } = claimed
  return {
    holdId,
    performanceId,
    places: claimed.places.toSorted(ascending),
    expiresAt: new Date(claimed.expiresAt).toISOString(),
    remainingMs,
    total,
    currency,
    extendable: true,
  }
}

const wishesOf = ({ quantity, wheelchairs = 0, area, price, priceMax }: BestPlaces) => [
  quantity,
  wheelchairs,
  area ?? "",
  price ?? "",
  priceMax ?? "",
]

const ascending = (one: Place, other: Place) => one - other

function refusalOf(refused: Exclude<Claimed, { code: "HELD" }>): Refusal {
  switch (refused.code) {
    case "SALE_NOT_OPEN":
      return { code: refused.code, opensAt: new Date(refused.opensAt).toISOString() }
    case "CONFIRM_IN_PROGRESS":
      return { code: refused.code, retryAfterMs: CONFIRM_RETRY_MS }
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
