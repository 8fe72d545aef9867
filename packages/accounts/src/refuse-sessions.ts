import { createHash } from "node:crypto"
import { UserId } from "@podo/contract/ids"
import { SIGNED_IN_DEVICES_MAX } from "@podo/contract/limits"
import type { Database, Transaction } from "@podo/db/connect"
import { inTransaction } from "@podo/db/transaction"
import { type Redis, redisIsAway } from "@podo/redis/connect"
import { runAll } from "@podo/redis/run-all"
import { deleteSessions, listSessions, lockUser } from "./sessions.queries.ts"
import type { SessionMemory } from "./session-memory.ts"

/** A channel: its messages are the keys of sessions that have just ended. */
export const SESSION_ENDED = "session-ended"

/** The value of a session's key once it is refused. */
export const ENDED = "ended"
/** Longer than any look-up takes that may have begun before the session ended. */
const ENDED_MS = 2 * 60 * 1000

/** The key is a hash: a reader of Redis must not be able to sign in with it. */
export const sessionKeyOf = (token: string) =>
  `session:${createHash("sha256").update(token).digest("base64url")}`

/** Where sessions are known besides MySQL: in Redis, and in this process. */
export type SessionCaches = { redis: Redis; memory: SessionMemory }

type SessionRow = Awaited<ReturnType<typeof listSessions>>[number]

/** Ends sessions of a user as part of a larger change, such as a new password. Returns how many ended. */
export async function endSessionsWithin(
  caches: SessionCaches,
  trx: Transaction,
  userId: UserId,
  which: (session: SessionRow) => boolean,
): Promise<number> {
  await lockUser(trx, userId)
  const ending = (await listSessions(trx, userId)).filter(which)
  // Redis first: a session that MySQL has forgotten must not live on there.
  await refuseTokens(
    caches,
    ending.map(({ token }) => token),
  )
  await deleteSessions(
    trx,
    ending.map(({ id }) => id),
  )
  return ending.length
}

/** A person has at most SIGNED_IN_DEVICES_MAX sessions: the least recently used ones end first. */
export async function endOldestSessions(caches: SessionCaches & { db: Database }, id: string) {
  const userId = UserId.parse(id)
  const sessions = await listSessions(caches.db, userId)
  if (sessions.length <= SIGNED_IN_DEVICES_MAX) return
  const oldest = new Set(sessions.slice(SIGNED_IN_DEVICES_MAX).map((session) => session.id))
  await inTransaction(caches.db, (trx) =>
    endSessionsWithin(caches, trx, userId, (session) => oldest.has(session.id)),
  )
}

/** From now on no process accepts these tokens, not even one that is looking them up at this moment. */
async function refuseTokens({ redis, memory }: SessionCaches, tokens: string[]) {
  await runAll(
    redis,
    tokens.map((token) => ["set", sessionKeyOf(token), ENDED, "PX", ENDED_MS]),
  )
  memory.forget(tokens)
  const tell = (token: string) => redis.publish(SESSION_ENDED, sessionKeyOf(token))
  await Promise.all(tokens.map((token) => tell(token).catch(orSilence)))
}

/** Without Redis, MySQL answers: its silence is no error. */
export function orSilence(error: unknown): undefined {
  if (!redisIsAway(error)) throw error
}
