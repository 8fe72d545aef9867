import type { UserId } from "@podo/contract/ids"
import type { OfPerformance } from "@podo/contract/seating"
import type { Standing } from "@podo/contract/waiting-room"
import type { Stores } from "@podo/stores/stores"
import { drawOf } from "./draw/draw-of.ts"
import leaveRoomLua from "./leave-room.lua" with { type: "text" }
import { roomScript } from "./room-script.ts"
import { seedOf } from "./seeds.ts"
import { Stood, tellStanding } from "./standing.ts"

const leaveScript = roomScript(leaveRoomLua, Stood)

/** Gives up a person's own place, or their admission, for good. Their hold is kept. Refuses with NOT_FOUND. */
export async function leaveRoom(
  stores: Stores,
  userId: UserId,
  { performanceId }: OfPerformance,
): Promise<Standing> {
  const seed = await seedOf(stores, performanceId)
  const draw = drawOf(seed, performanceId, userId)
  const stood = await leaveScript(stores, performanceId, [userId, draw])
  return tellStanding(stores, performanceId, stood)
}
