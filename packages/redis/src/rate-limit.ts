import { createHash } from "node:crypto"
import { Refused } from "@podo/contract/refusal"
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from "rate-limiter-flexible"
import type { Redis } from "./connect.ts"

/** So many acts within so many seconds, counted from the first. */
export type RateLimit = { name: string; times: number; seconds: number }

const limiters = new WeakMap<Redis, Map<RateLimit, RateLimiterRedis>>()

/**
 * Counts one act, for all processes together; refuses with TOO_MANY_REQUESTS when there were too many.
 * While Redis is away each process counts for itself: limits are wider then, and nobody is locked out.
 */
export async function spend(redis: Redis, limit: RateLimit, who: string): Promise<void> {
  await limiterOf(redis, limit).consume(keyOf(who)).catch(refuse)
}

function refuse(error: unknown): never {
  if (!(error instanceof RateLimiterRes)) throw error
  throw new Refused({ code: "TOO_MANY_REQUESTS", retryAfterMs: Math.max(1, error.msBeforeNext) })
}

const limitersHere = new WeakMap<RateLimit, RateLimiterMemory>()

/**
 * Counts one act in this process alone; refuses with TOO_MANY_REQUESTS when there were too many. It is for limits
 * that may be as many times wider as there are processes, on acts that are not much dearer than asking Redis.
 */
export async function spendHere(limit: RateLimit, who: string): Promise<void> {
  const limiter = limitersHere.get(limit) ?? new RateLimiterMemory(countedBy(limit))
  limitersHere.set(limit, limiter)
  await limiter.consume(who).catch(refuse)
}

/**
 * Whether an address is this very machine's, or unknown. It is no person's: it is a proxy in front that nobody has
 * told us of, behind which everybody would share one limit, or a trial under load.
 */
export const isNobodys = (address: string) => /^(|127\..*|0:0:0:0::\/64)$/.test(address)

/** The same for whoever has an address. */
export async function spendOfAddress(redis: Redis, limit: RateLimit, address: string) {
  if (!isNobodys(address)) await spend(redis, limit, address)
}

/** Takes one act back: it turned out to be nothing that had to be counted. */
export async function giveBack(redis: Redis, limit: RateLimit, who: string): Promise<void> {
  await limiterOf(redis, limit).reward(keyOf(who))
}

export async function giveBackOfAddress(redis: Redis, limit: RateLimit, address: string) {
  if (!isNobodys(address)) await giveBack(redis, limit, address)
}

function limiterOf(redis: Redis, limit: RateLimit): RateLimiterRedis {
  const known = limiters.get(redis) ?? new Map<RateLimit, RateLimiterRedis>()
  limiters.set(redis, known)
  const limiter = known.get(limit) ?? createLimiter(redis, limit)
  known.set(limit, limiter)
  return limiter
}

const countedBy = ({ name, times, seconds }: RateLimit) => ({
  keyPrefix: `limit:${name}`,
  points: times,
  duration: seconds,
})

function createLimiter(redis: Redis, limit: RateLimit) {
  const counted = countedBy(limit)
  return new RateLimiterRedis({
    ...counted,
    storeClient: redis,
    rejectIfRedisNotReady: true,
    insuranceLimiter: new RateLimiterMemory(counted),
  })
}

/** E-mails and addresses stay out of keys. */
const keyOf = (who: string) => createHash("sha256").update(who).digest("base64url")
