import { createHash } from "node:crypto"
import type { Redis } from "./connect.ts"
import { z } from "zod"

export type ScriptArg = string | number | Buffer

/** Turns a Lua source into a typed function: atomic, sent by hash, its reply parsed before use. */
export function script<Reply>(lua: string, reply: z.ZodType<Reply>) {
  const sha = createHash("sha1").update(lua).digest("hex")
  return async (redis: Redis, keys: string[], args: ScriptArg[]): Promise<Reply> => {
    const raw = await redis.evalsha(sha, keys.length, ...keys, ...args).catch((error: Error) => {
      if (!error.message.startsWith("NOSCRIPT")) throw error
      return redis.eval(lua, keys.length, ...keys, ...args)
    })
    return reply.parse(raw)
  }
}

/** A reply that the script wrote with cjson. */
export const json = <Value>(value: z.ZodType<Value>) =>
  z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(value)

/** A list out of cjson, which cannot tell an empty list from an empty object. */
export const list = <Value>(value: z.ZodType<Value>) =>
  z.preprocess((raw) => (Array.isArray(raw) ? raw : []), z.array(value))
