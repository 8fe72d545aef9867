import type { PerformanceId } from "@podo/contract/ids"
import { composeScript } from "@podo/redis/compose-script"
import type { Redis } from "@podo/redis/connect"
import { isKeyName, keyOfPerformance } from "@podo/redis/performance-keys"
import { type ScriptArg, script } from "@podo/redis/script"
import { z } from "zod"
import { fragments } from "./fragments.ts"

/** Answered by every script that finds no places: Redis does not know this performance, or has forgotten it. */
export const NotLoaded = z.object({ code: z.literal("NOT_LOADED") })
export type NotLoaded = z.infer<typeof NotLoaded>

/** The shared Lua of another package, which may include that of seating. */
type MoreFragments = Readonly<Record<string, string>>

/**
 * A script over keys of one performance: it is handed those that its header lists. It replies with JSON, or, where
 * every microsecond counts, with names and values in turn.
 */
export function performanceScript<Reply>(
  source: string,
  reply: z.ZodType<Reply>,
  more: MoreFragments = {},
) {
  const { lua, keys } = composeScript(source, { ...fragments, ...more })
  const names = keys.map((name) => {
    if (!isKeyName(name)) throw new Error(`No key of a performance is called ${name}.`)
    return name
  })
  const run = script(lua, Answer.pipe(reply))
  return (redis: Redis, performanceId: PerformanceId, args: ScriptArg[]): Promise<Reply> =>
    run(
      redis,
      names.map((name) => keyOfPerformance(name, performanceId)),
      args,
    )
}

const Answer = z
  .union([z.array(z.union([z.string(), z.number()])), z.string()])
  .transform((raw): unknown => (typeof raw === "string" ? JSON.parse(raw) : fieldsOf(raw)))

function fieldsOf(words: (string | number)[]) {
  const fields: Record<string, string | number> = {}
  for (let at = 0; at + 1 < words.length; at += 2) fields[String(words[at])] = words[at + 1] ?? ""
  return fields
}
