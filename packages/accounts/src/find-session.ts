import type { Database } from "@podo/db/connect"
import { databaseIsAway } from "@podo/db/errors"
import type { Redis } from "@podo/redis/connect"
import { coalescingMany } from "@podo/redis/coalesce-reads"
import { readAll } from "@podo/redis/run-all"
import type { Accounts } from "./accounts.ts"
import { ENDED, orSilence, sessionKeyOf } from "./refuse-sessions.ts"
import { type Session, VouchedSession } from "./session.ts"
import { listSessionsOf, slideSession } from "./sessions.queries.ts"
import { SESSION_MS } from "./session-times.ts"
import type { Visit } from "./visit.ts"

/**
 * For so long Redis vouches for a session, then MySQL is asked again: a Redis that comes back with what it knew
 * some time ago revives no session for longer.
 */
const VOUCH_MS = 60 * 1000
/** A session that was used begins its seven days anew, but not with each look. */
const SLIDE_MS = 10 * 60 * 1000

const TOKEN = /^[\w-]{16,128}$/

/** The credential of a request: a bearer token, or a cookie, with its value as it came. */
export type Brought = { token: string; raw?: string }

export function broughtBy({ cookie }: Accounts, { headers }: Visit): Brought | null {
  const authorization = headers.get("authorization")
  const bearer = authorization === null ? undefined : /^Bearer (.+)$/i.exec(authorization)?.[1]
  const brought =
    authorization === null ? cookie.read(headers.get("cookie")) : bearer && { token: bearer }
  return brought && TOKEN.test(brought.token) ? brought : null
}

/** The session that a request brings, by cookie or bearer token; null when nobody is signed in. */
export async function findSession(
  accounts: Accounts,
  visit: Visit,
  brought = broughtBy(accounts, visit),
): Promise<Session | null> {
  if (!brought) return null
  const { token } = brought
  const now = Date.now()
  const recalled = accounts.memory.recall(token, now)
  return recalled ?? accounts.memory.keepFound(token, now, () => ask(accounts, visit, brought))
}

/** Redis is asked, and MySQL when Redis does not know. */
async function ask(accounts: Accounts, visit: Visit, brought: Brought): Promise<Session | null> {
  const key = sessionKeyOf(brought.token)
  const known = await readVouched(accounts.redis, key).catch(orSilence)
  if (known === ENDED) return null
  if (known) return sessionOf(VouchedSession.parse(JSON.parse(known)), brought.token)
  const asked = { ...brought, key }
  return lookUp(accounts, visit, asked).catch((error: unknown) => {
    if (!databaseIsAway(error)) throw error
    // The first connection after the database was away may be a dead one: a second look is free.
    return lookUp(accounts, visit, asked)
  })
}

const vouchedReaders = new WeakMap<Redis, (key: string) => Promise<string | null | undefined>>()

/** The sessions as Redis knows them: all who ask at once are one command. */
function readVouched(redis: Redis, key: string) {
  const read =
    vouchedReaders.get(redis) ??
    coalescingMany(async (keys: string[]) => {
      const texts = await readAll(redis, keys)
      return new Map(keys.map((asked, at) => [asked, texts[at] ?? null]))
    })
  vouchedReaders.set(redis, read)
  return read(key)
}

type Row = Awaited<ReturnType<typeof listSessionsOf>>[number]

const readers = new WeakMap<Database, (token: string) => Promise<Row | undefined>>()

/** The live session of a token, as MySQL knows it: a crowd that comes at once is looked up in one statement. */
function findLiveSession(db: Database, token: string): Promise<Row | undefined> {
  const read = readers.get(db) ?? coalescingMany((tokens: string[]) => readSessions(db, tokens))
  readers.set(db, read)
  return read(token)
}

const LOOKED_UP_AT_ONCE = 500

async function readSessions(db: Database, tokens: string[]): Promise<Map<string, Row>> {
  const found = new Map<string, Row>()
  for (let from = 0; from < tokens.length; from += LOOKED_UP_AT_ONCE) {
    const some = tokens.slice(from, from + LOOKED_UP_AT_ONCE)
    for (const row of await listSessionsOf(db, some, new Date())) found.set(row.token, row)
  }
  return found
}

/** MySQL is asked, and Redis keeps its answer, unless the session has been ended meanwhile. */
async function lookUp(
  { db, redis, cookie }: Accounts,
  visit: Visit,
  { token, raw, key }: Brought & { key: string },
): Promise<Session | null> {
  const now = Date.now()
  const row = await findLiveSession(db, token)
  if (!row) return null
  const slides = now - row.updatedAt.getTime() >= SLIDE_MS
  const expiresAt = slides ? new Date(now + SESSION_MS) : row.expiresAt
  if (slides) {
    if (!(await slideSession(db, token, expiresAt))) return null
    if (raw !== undefined) visit.setCookie(cookie.renew(raw))
  }
  const vouched = { userId: row.userId, sessionId: row.id, expiresAt: expiresAt.getTime() }
  const vouchMs = Math.min(VOUCH_MS, vouched.expiresAt - now)
  const told = await redis
    .set(key, JSON.stringify(vouched), "PX", Math.max(1, vouchMs), "NX")
    .catch(orSilence)
  if (told === null && (await redis.get(key).catch(orSilence)) === ENDED) return null
  return sessionOf(vouched, token)
}

const sessionOf = (vouched: VouchedSession, token: string): Session | null =>
  vouched.expiresAt > Date.now() ? { ...vouched, token } : null
