import type { PerformanceId } from "@podo/contract/ids"
import { batchWriter } from "@podo/stores/batch-writer"
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
  return overKeys(source, Answer.pipe(reply), more)
}

type Together = {
  /** So many share a call at most: no script may keep everybody else waiting for long. */
  itemsMax: number
  /** The arguments of the script before those of each. */
  shared?: ScriptArg[]
}

/**
 * As performanceScript, for a script that answers many: those of one performance who ask in the same moment share a
 * call, each with arguments and an answer of their own. A caller who comes alone does not wait. A call whose reply was
 * lost is sent once more, which must be harmless. Refuses with STORE_UNAVAILABLE whoever would have to wait too long.
 */
export function performanceScriptTogether<Reply>(
  source: string,
  reply: z.ZodType<Reply>,
  { itemsMax, shared = [] }: Together,
) {
  const run = overKeys(source, Answers.pipe(z.union([z.array(reply), NotLoaded])), {})
  const writers = new WeakMap<Redis, (asked: Asked) => Promise<Reply | NotLoaded>>()
  const writerOf = (redis: Redis) =>
    batchWriter<Asked, Reply | NotLoaded>({
      write: async (asked) => {
        const performanceId = asked[0]?.performanceId
        if (!performanceId) return []
        const replies = await run(redis, performanceId, [
          ...shared,
          ...asked.flatMap(({ args }) => args),
        ])
        return Array.isArray(replies) ? replies : asked.map(() => replies)
      },
      laneOf: ({ performanceId }) => performanceId,
      itemsMax,
    })
  return (redis: Redis, performanceId: PerformanceId, args: ScriptArg[]) => {
    const writer = writers.get(redis) ?? writerOf(redis)
    writers.set(redis, writer)
    return writer({ performanceId, args })
  }
}

type Asked = { performanceId: PerformanceId; args: ScriptArg[] }

function overKeys<Reply>(source: string, reply: z.ZodType<Reply>, more: MoreFragments) {
  const { lua, keys } = composeScript(source, { ...fragments, ...more })
  const names = keys.map((name) => {
    if (!isKeyName(name)) throw new Error(`No key of a performance is called ${name}.`)
    return name
  })
  const run = script(lua, reply)
  return (redis: Redis, performanceId: PerformanceId, args: ScriptArg[]): Promise<Reply> =>
    run(
      redis,
      names.map((name) => keyOfPerformance(name, performanceId)),
      args,
    )
}

/** The reply's own schema checks what the words are. */
const Words = z.array(z.unknown())

const Answer = z
  .union([Words, z.string()])
  .transform((raw): unknown => (typeof raw === "string" ? JSON.parse(raw) : fieldsOf(raw)))

/** One for each, or one for all. */
const Answers = Words.transform((raw): unknown =>
  raw.every(Array.isArray) ? raw.map(fieldsOf) : fieldsOf(raw),
)

function fieldsOf(words: unknown[]) {
  const fields: Record<string, unknown> = {}
  for (let at = 0; at + 1 < words.length; at += 2) fields[String(words[at])] = words[at + 1]
  return fields
}
