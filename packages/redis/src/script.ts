import { createHash } from "node:crypto"
import type { Redis } from "ioredis"
import type { z } from "zod"

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
