import { HoldId, type PerformanceId, type UserId } from "@podo/contract/ids"
import type { Hold } from "@podo/contract/seating"
import type { Stores } from "@podo/db/stores"
import { list } from "@podo/redis/script"
import { z } from "zod"
import findHoldLua from "./find-hold.lua" with { type: "text" }
import { performanceScript } from "./performance-script.ts"

const findScript = performanceScript(
  findHoldLua,
  z.discriminatedUnion("code", [
    z.object({ code: z.literal("NONE") }),
    z.object({
      code: z.literal("FOUND"),
      holdId: HoldId,
      places: list(z.number()),
      total: z.number(),
      currency: z.string(),
      expiresAt: z.number(),
      remainingMs: z.number(),
    }),
  ]),
)

/** What the user holds at this performance: the same on every device and after a reload. */
export async function findHold(
  { redis }: Stores,
  userId: UserId,
  { performanceId }: { performanceId: PerformanceId },
): Promise<Hold | null> {
  const found = await findScript(redis, performanceId, [userId])
  if (found.code === "NONE") return null
  const { code: _, expiresAt, ...hold } = found
  return { ...hold, performanceId, expiresAt: new Date(expiresAt).toISOString() }
}
