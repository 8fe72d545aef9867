import type { PerformanceId, UserId } from "@podo/contract/ids"
import type { Stores } from "@podo/stores/stores"
import { performanceScript } from "@podo/seating/performance-script"
import { z } from "zod"
import seePeopleLua from "./see-people.lua" with { type: "text" }

/** How many a call may name. */
export const SEEN_AT_ONCE_MAX = 500

const seeScript = performanceScript(seePeopleLua, z.object({ code: z.literal("SEEN") }))

/** Notes that people are there; of who is not in line nothing is noted. At most SEEN_AT_ONCE_MAX of them. */
export async function seePeople(
  { redis }: Pick<Stores, "redis">,
  performanceId: PerformanceId,
  userIds: UserId[],
): Promise<void> {
  if (userIds.length > 0) await seeScript(redis, performanceId, userIds)
}
