import type { PerformanceId } from "@podo/contract/ids"
import { Refused } from "@podo/contract/refusal"
import type { Stores } from "@podo/stores/stores"
import { coalescingFor } from "@podo/redis/coalesce-reads"
import { findDraw } from "./draw/draw.queries.ts"
import { findRoom } from "./rooms.queries.ts"

/** Those of the rooms that people enter now; the others are read again. */
const KEPT_MAX = 1_000

const seeds = new Map<PerformanceId, string>()
const coalesceSeed = coalescingFor<string>()

/**
 * The seed of a room's draw: it never changes, so each process reads it once, however many come at the same moment.
 * Refuses with NOT_FOUND.
 */
export async function seedOf(stores: Stores, performanceId: PerformanceId): Promise<string> {
  const known = seeds.get(performanceId)
  if (known !== undefined) return known
  return coalesceSeed(stores.redis, performanceId, () => readSeed(stores, performanceId))
}

async function readSeed({ db }: Stores, performanceId: PerformanceId): Promise<string> {
  const room = await findRoom(db, performanceId)
  if (!room) throw new Refused({ code: "NOT_FOUND", what: "waiting-room" })
  if (seeds.size >= KEPT_MAX) seeds.clear()
  seeds.set(performanceId, room.seed)
  return room.seed
}

const published = new Set<PerformanceId>()
const coalescePublished = coalescingFor<boolean>()

/**
 * Whether MySQL says as well that a sale has opened, which it never takes back: Redis may go by terms that are old
 * by now, and a seed that was told too early spoils its draw.
 */
export async function isSeedPublic(stores: Stores, performanceId: PerformanceId): Promise<boolean> {
  if (published.has(performanceId)) return true
  return coalescePublished(stores.redis, performanceId, () => readPublic(stores, performanceId))
}

async function readPublic({ db }: Stores, performanceId: PerformanceId): Promise<boolean> {
  const draw = await findDraw(db, performanceId)
  if (!draw?.hasOpened) return false
  if (published.size >= KEPT_MAX) published.clear()
  published.add(performanceId)
  return true
}
