import type { UserId } from "@podo/contract/ids"
import type { Standing } from "@podo/contract/waiting-room"
import type { OfPerformance } from "@podo/contract/seating"
import type { Stores } from "@podo/stores/stores"
import readStandingLua from "./read-standing.lua" with { type: "text" }
import { roomScript } from "./room-script.ts"
import { Stood, tellStanding } from "./standing.ts"

const readScript = roomScript(readStandingLua, Stood)

/**
 * Where a person stands. It notes that they are there, and changes nothing else: asking brings nobody forward.
 * Refuses with NOT_FOUND.
 */
export async function readStanding(
  stores: Stores,
  userId: UserId,
  { performanceId }: OfPerformance,
): Promise<Standing> {
  const stood = await readScript(stores, performanceId, [userId])
  return tellStanding(stores, performanceId, stood)
}
