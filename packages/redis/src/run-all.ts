import { Redis as Single } from "ioredis"
import type { Redis } from "./connect.ts"

/** In small letters, as ioredis knows how to read its reply by its name. */
export type Command = [name: string, key: string, ...args: (string | number)[]]

/**
 * Runs commands about keys that need not belong together, all asked for at once: a single server is told in one
 * piece, and of a cluster each node what is its own. Replies come in the order of the commands.
 */
export async function runAll(redis: Redis, commands: Command[]): Promise<unknown[]> {
  if (!(redis instanceof Single)) {
    return Promise.all(commands.map(([name, ...args]) => redis.call(name, ...args)))
  }
  const replies = (await redis.pipeline(commands).exec()) ?? []
  return replies.map(([error, reply]) => {
    if (error) throw error
    return reply
  })
}

/** The texts of keys that need not belong together, in the order of the keys; null where there is none. */
export async function readAll(redis: Redis, keys: string[]): Promise<(string | null)[]> {
  if (redis instanceof Single) return redis.mget(keys)
  return Promise.all(keys.map((key) => redis.get(key)))
}
