import type { PerformanceId } from "@podo/contract/ids"
import type { Redis } from "@podo/redis/connect"
import { keysOfPerformance } from "@podo/redis/performance-keys"
import { json, type ScriptArg, script } from "@podo/redis/script"
import { z } from "zod"
import admissionLua from "./admission.lua" with { type: "text" }
import changesLua from "./changes.lua" with { type: "text" }
import holdsLua from "./holds.lua" with { type: "text" }
import letGoLua from "./let-go.lua" with { type: "text" }
import performanceLua from "./performance.lua" with { type: "text" }
import returningLua from "./returning.lua" with { type: "text" }
import runsLua from "./runs.lua" with { type: "text" }

/** What every script knows: each fragment uses those before it. */
const fragments = [
  performanceLua,
  runsLua,
  changesLua,
  returningLua,
  letGoLua,
  holdsLua,
  admissionLua,
].join("\n")

/** Answered by every script that finds no places: Redis does not know this performance, or has forgotten it. */
export const NotLoaded = z.object({ code: z.literal("NOT_LOADED") })
export type NotLoaded = z.infer<typeof NotLoaded>

/** A script over the keys of one performance, which are the same for all, in performance.lua's order. */
export function performanceScript<Reply>(lua: string, reply: z.ZodType<Reply>) {
  const run = script(`${fragments}\n${lua}`, json(reply))
  return (redis: Redis, performanceId: PerformanceId, args: ScriptArg[]): Promise<Reply> =>
    run(redis, scriptKeysOf(performanceId), args)
}

function scriptKeysOf(performanceId: PerformanceId): string[] {
  const keys = keysOfPerformance(performanceId)
  return [
    keys.sale,
    keys.areas,
    keys.places,
    keys.open,
    keys.owner,
    keys.holds,
    keys.holdExpiry,
    keys.confirming,
    keys.heldBy,
    keys.bookedBy,
    keys.feed,
    keys.loadLock,
    keys.bell,
    keys.returning,
    keys.letGo,
    keys.runs,
    keys.runStarts,
    keys.ranks,
    keys.room,
    keys.line,
    keys.absent,
    keys.admitted,
    keys.people,
    keys.draws,
    keys.pace,
    keys.recent,
    keys.lineMinutes,
    keys.waits,
  ]
}
