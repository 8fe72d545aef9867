import type { PerformanceId, UserId } from "@podo/contract/ids"
import type { Stores } from "@podo/stores/stores"
import { z } from "zod"
import { roomScript } from "./room-script.ts"
import takeBackLua from "./take-back.lua" with { type: "text" }

const takeScript = roomScript(
  takeBackLua,
  z.object({ code: z.literal("TAKEN"), wasAdmitted: z.boolean() }),
)

/**
 * Takes an admission back, with what its person holds and has not begun to book. Says whether there was one.
 * Refuses with NOT_FOUND.
 */
export async function takeBack(
  stores: Stores,
  performanceId: PerformanceId,
  userId: UserId,
): Promise<boolean> {
  return (await takeScript(stores, performanceId, [userId])).wasAdmitted
}
