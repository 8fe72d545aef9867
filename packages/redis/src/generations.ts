import type { Redis } from "./connect.ts"

/**
 * The keys of a scope belong together: all of them grow old at once. Scopes that are read together share a hash
 * tag.
 */
export type Scope = string

const keyOf = (scope: Scope) => `generation:${scope}`

const freshToken = () => crypto.randomUUID()

/**
 * The generation of some scopes: whatever was kept under another one is old. It is a random token, not a number:
 * where it was forgotten a fresh one begins, and no earlier one ever comes back.
 */
export async function generationOf(redis: Redis, scopes: Scope[]): Promise<string> {
  const tokens = await redis.mget(scopes.map(keyOf))
  const known = await Promise.all(
    scopes.map(async (scope, at) => tokens[at] ?? beginScope(redis, scope)),
  )
  return known.join(" ")
}

async function beginScope(redis: Redis, scope: Scope): Promise<string> {
  const token = freshToken()
  // Of several that begin it at once, all go by the first.
  return (await redis.set(keyOf(scope), token, "NX", "GET")) ?? token
}

/** Makes all that was kept of these scopes old. Only after the commit: what is read before it is the old answer. */
export async function raiseGenerations(redis: Redis, scopes: Scope[]): Promise<void> {
  await Promise.all(scopes.map((scope) => redis.set(keyOf(scope), freshToken())))
}
