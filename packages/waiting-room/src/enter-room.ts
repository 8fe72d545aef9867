import type { UserId } from "@podo/contract/ids"
import type { OfPerformance } from "@podo/contract/seating"
import type { Standing } from "@podo/contract/waiting-room"
import type { Stores } from "@podo/db/stores"
import { drawOf } from "./draw/draw-of.ts"
import enterRoomLua from "./enter-room.lua" with { type: "text" }
import { roomScript } from "./room-script.ts"
import { seedOf } from "./seeds.ts"
import { Stood, tellStanding } from "./standing.ts"

const enterScript = roomScript(enterRoomLua, Stood)

/**
 * Takes a person's one place in the lobby or the line. Coming again, from wherever, keeps it, and whoever was passed
 * over while away goes back to the front. Refuses with NOT_FOUND.
 */
export async function enterRoom(
  stores: Stores,
  userId: UserId,
  { performanceId }: OfPerformance,
): Promise<Standing> {
  const seed = await seedOf(stores, performanceId)
  const draw = drawOf(seed, performanceId, userId)
  const stood = await enterScript(stores, performanceId, [userId, draw])
  return tellStanding(stores, performanceId, stood)
}
