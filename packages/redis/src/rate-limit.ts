import { createHash } from "node:crypto"
import { Refused } from "@podo/contract/refusal"
import { z } from "zod"
import { type Redis, redisIsAway } from "./connect.ts"
import rateLimitLua from "./rate-limit.lua" with { type: "text" }
import { script } from "./script.ts"

/** So many acts within so many seconds, counted from the first. */
export type RateLimit = { name: string; times: number; seconds: number }

const MS_PER_SECOND = 1_000

const countScript = script(rateLimitLua, z.int())

/**
 * Counts an act, or some, for all processes together; refuses with TOO_MANY_REQUESTS when there were too many.
 * While Redis is away each process counts for itself: limits are wider then, and nobody is locked out.
 */
export async function spend(redis: Redis, limit: RateLimit, who: string, acts = 1): Promise<void> {
  const retryAfterMs = await count(redis, limit, who, acts)
  if (retryAfterMs === undefined) return spendHere(limit, who)
  if (retryAfterMs > 0) throw new Refused({ code: "TOO_MANY_REQUESTS", retryAfterMs })
}

const HERE_SHARE = 0.1
const countFew = countingHere()

/**
 * As spend, for acts that cost little more than asking Redis: the first tenth of them in a while are counted in this
 * process alone, and only for whoever does more is Redis asked, and told of those as well. A caller who divides their acts
 * among processes gets a tenth more in each.
 */
export async function spendMostlyHere(redis: Redis, limit: RateLimit, who: string): Promise<void> {
  const few = Math.floor(limit.times * HERE_SHARE)
  const { acts } = countFew(limit, who)
  if (acts > few) await spend(redis, limit, who, acts === few + 1 ? acts : 1)
}

/** For how many ms there have been too many; nothing while Redis is away. */
async function count(redis: Redis, { name, times, seconds }: RateLimit, who: string, acts: number) {
  const key = `limit:${name}:${hashOf(who)}`
  const args = [acts, times, seconds * MS_PER_SECOND]
  return countScript(redis, [key], args).catch((error: unknown) => {
    if (!redisIsAway(error)) throw error
    return undefined
  })
}

const countHere = countingHere()

/**
 * Counts one act in this process alone; refuses with TOO_MANY_REQUESTS when there were too many. It is for limits
 * that may be as many times wider as there are processes, on acts that are not much dearer than asking Redis.
 */
export function spendHere(limit: RateLimit, who: string): void {
  const { acts, until } = countHere(limit, who)
  if (acts <= limit.times) return
  const retryAfterMs = Math.max(1, Math.ceil(until - Date.now()))
  throw new Refused({ code: "TOO_MANY_REQUESTS", retryAfterMs })
}

type Counted = { acts: number; until: number }
/** Those who acted since `turnsAt` was set, and those of the while before it: all whose while is not over. */
type Kept = { recent: Map<string, Counted>; older: Map<string, Counted>; turnsAt: number }

/** It bounds the memory: in a greater crowd, those are forgotten sooner who have not acted for longest. */
const COUNTED_HERE_MAX = 200_000

/** Counts acts in this process, those of each from their first on. */
function countingHere() {
  const limits = new WeakMap<RateLimit, Kept>()
  return (limit: RateLimit, who: string, more = 1): Counted => {
    const now = Date.now()
    const whileMs = limit.seconds * MS_PER_SECOND
    let kept = limits.get(limit) ?? { recent: new Map(), older: new Map(), turnsAt: now + whileMs }
    if (kept.turnsAt <= now || kept.recent.size >= COUNTED_HERE_MAX) {
      kept = { recent: new Map(), older: kept.recent, turnsAt: now + whileMs }
    }
    limits.set(limit, kept)
    const known = kept.recent.get(who) ?? kept.older.get(who)
    const counted = known && now < known.until ? known : { acts: 0, until: now + whileMs }
    counted.acts = Math.max(0, counted.acts + more)
    kept.recent.set(who, counted)
    return counted
  }
}

/**
 * Whether an address is this very machine's, or unknown. It is no person's: it is a proxy in front that nobody has
 * told us of, behind which everybody would share one limit, or a trial under load.
 */
export const isUnshared = (address: string) => /^(|127\..*|0:0:0:0::\/64)$/.test(address)

/** The same for whoever has an address. */
export async function spendOfAddress(redis: Redis, limit: RateLimit, address: string) {
  if (!isUnshared(address)) await spend(redis, limit, address)
}

/** Takes one act back: it turned out to be nothing that had to be counted. */
export async function giveBack(redis: Redis, limit: RateLimit, who: string): Promise<void> {
  const counted = await count(redis, limit, who, -1)
  if (counted === undefined) countHere(limit, who, -1)
}

export async function giveBackOfAddress(redis: Redis, limit: RateLimit, address: string) {
  if (!isUnshared(address)) await giveBack(redis, limit, address)
}

/** E-mails and addresses stay out of keys. */
const hashOf = (who: string) => createHash("sha256").update(who).digest("base64url")
