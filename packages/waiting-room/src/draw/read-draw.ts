import { placeAmong } from "@podo/contract/draw-check"
import type { PerformanceId, UserId } from "@podo/contract/ids"
import { DRAWS_PER_PAGE } from "@podo/contract/limits"
import { Refused } from "@podo/contract/refusal"
import type { OfPerformance } from "@podo/contract/seating"
import type { Draw } from "@podo/contract/waiting-room"
import type { Stores } from "@podo/stores/stores"
import { drawOf, seedHashOf } from "./draw-of.ts"
import { findDraw, findPageWith } from "./draw.queries.ts"
import { hasOpened } from "./has-opened.ts"
import { readDrawPage } from "./read-draw-page.ts"

/**
 * The draw of a performance as far as it is public, and the drawn place of who asks. One that was sealed can be read
 * for ever, whatever became of the room. Refuses with NOT_FOUND.
 */
export async function readDraw(
  stores: Stores,
  userId: UserId | null,
  { performanceId }: OfPerformance,
): Promise<Draw> {
  const found = await findDraw(stores.db, performanceId)
  if (!found) throw new Refused({ code: "NOT_FOUND", what: "performance" })
  const { seed, entrants, digest, sealedAt } = found
  const hasDraw = found.isOn && found.hasDraw
  if (seed === null || !(hasDraw || sealedAt)) {
    throw new Refused({ code: "NOT_FOUND", what: "waiting-room" })
  }
  const isPublic = sealedAt || (found.hasOpened && (await hasOpened(stores, performanceId)))
  const place = sealedAt && userId ? await placeOf(stores, seed, { performanceId, userId }) : null
  return {
    seedHash: seedHashOf(seed),
    seed: isPublic ? seed : null,
    entrants,
    digest,
    sealedAt: sealedAt?.toISOString() ?? null,
    pages: Math.ceil((entrants ?? 0) / DRAWS_PER_PAGE),
    mine: place === null ? null : { place },
  }
}

type Entrant = { performanceId: PerformanceId; userId: UserId }

async function placeOf(stores: Stores, seed: string, { performanceId, userId }: Entrant) {
  const draw = drawOf(seed, performanceId, userId)
  const page = (await findPageWith(stores.db, performanceId, draw)) ?? null
  if (page === null) return null
  const published = await readDrawPage(stores, { performanceId, page })
  const place = placeAmong([published.page.draws], draw)
  return place && page * DRAWS_PER_PAGE + place
}
