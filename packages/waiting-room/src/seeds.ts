import type { PerformanceId } from "@podo/contract/ids"
import { Refused } from "@podo/contract/refusal"
import type { Stores } from "@podo/db/stores"
import { findRoom } from "./rooms.queries.ts"

/** Those of the rooms that people enter now; the others are read again. */
const KEPT_MAX = 1_000

const seeds = new Map<PerformanceId, string>()

/** The seed of a room's draw: it never changes, so each process reads it once. Refuses with NOT_FOUND. */
export async function seedOf({ db }: Stores, performanceId: PerformanceId): Promise<string> {
  const known = seeds.get(performanceId)
  if (known !== undefined) return known
  const room = await findRoom(db, performanceId)
  if (!room) throw new Refused({ code: "NOT_FOUND", what: "waiting-room" })
  if (seeds.size >= KEPT_MAX) seeds.clear()
  seeds.set(performanceId, room.seed)
  return room.seed
}
