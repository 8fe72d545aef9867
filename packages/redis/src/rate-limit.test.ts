import { describe, expect, setSystemTime, test } from "bun:test"
import { Refused } from "@podo/contract/refusal"
import type { Redis } from "./connect.ts"
import { giveBack, type RateLimit, spend, spendHere, spendMostlyHere } from "./rate-limit.ts"
import { openTestRedis } from "./testing/testing.ts"

const redis = await openTestRedis()
const another = await openTestRedis()

const SLACK_MS = 500

const limitOf = (times: number, seconds = 60): RateLimit => ({
  name: `test-${crypto.randomUUID()}`,
  times,
  seconds,
})

/** How many of so many acts at once were let through, over two connections. */
async function countAllowed(
  limit: RateLimit,
  who: string,
  acts: number,
  by: Redis[] = [redis, another],
) {
  const outcomes = await Promise.allSettled(
    Array.from({ length: acts }, async (_, n) => spend(by[n % by.length] ?? redis, limit, who)),
  )
  for (const outcome of outcomes) {
    if (outcome.status === "rejected") expect(outcome.reason).toBeInstanceOf(Refused)
  }
  return outcomes.filter(({ status }) => status === "fulfilled").length
}

describe("a rate limit", () => {
  test("lets exactly so many through, however many processes count at once", async () => {
    expect(await countAllowed(limitOf(7), "somebody", 100)).toBe(7)
  })

  test("is each person's own", async () => {
    const limit = limitOf(3)
    expect(await countAllowed(limit, "one", 10)).toBe(3)
    expect(await countAllowed(limit, "two", 10)).toBe(3)
  })

  test("says when to come again, and keeps its word", async () => {
    const limit = limitOf(1, 1)
    await spend(redis, limit, "somebody")
    const refusal = await spend(redis, limit, "somebody").catch((error: Refused) => error.refusal)
    if (refusal?.code !== "TOO_MANY_REQUESTS") throw new Error("It was let through.")
    expect(refusal.retryAfterMs).toBeGreaterThan(0)
    expect(refusal.retryAfterMs).toBeLessThanOrEqual(1000)
    const until = performance.now() + refusal.retryAfterMs
    let isLetThrough = false
    while (!isLetThrough && performance.now() < until + SLACK_MS) {
      isLetThrough = (await countAllowed(limit, "somebody", 1)) === 1
    }
    expect(isLetThrough).toBe(true)
    expect(performance.now()).toBeGreaterThan(until - SLACK_MS)
  })

  test("takes an act back", async () => {
    const limit = limitOf(2)
    await spend(redis, limit, "somebody")
    await giveBack(another, limit, "somebody")
    expect(await countAllowed(limit, "somebody", 10)).toBe(2)
  })

  test("leaves nothing for ever, also when what is taken back is not counted any more", async () => {
    const limit = limitOf(2)
    await giveBack(redis, limit, "somebody")
    const [key = ""] = await redis.keys(`limit:${limit.name}*`)
    expect(await redis.pttl(key)).toBeGreaterThan(0)
  })

  test("keeps who it counts out of Redis", async () => {
    const limit = limitOf(2)
    await spend(redis, limit, "somebody@example.com")
    const keys = await redis.keys(`limit:${limit.name}*`)
    expect(keys).toHaveLength(1)
    expect(keys[0]).not.toContain("somebody")
    expect(await redis.pttl(keys[0] ?? "")).toBeGreaterThan(0)
  })

  test("counts on in each process alone while Redis is away, and refuses nobody for that", async () => {
    const gone = await openTestRedis()
    gone.disconnect()
    const limit = limitOf(4)
    expect(await countAllowed(limit, "somebody", 10, [gone])).toBe(4)
    await giveBack(gone, limit, "somebody")
    expect(await countAllowed(limit, "somebody", 10)).toBe(4)
  })
})

describe("a limit that a process counts for itself", () => {
  /** For how many ms somebody has to wait; 0 for who is let through. */
  function waitMs(limit: RateLimit, who: string): number {
    try {
      spendHere(limit, who)
      return 0
    } catch (error) {
      const { refusal } = error as Refused
      return refusal.code === "TOO_MANY_REQUESTS" ? refusal.retryAfterMs : Number.NaN
    }
  }

  test("lets exactly so many through, each person's own, and says when to come again", () => {
    const limit = limitOf(2)
    const waits = Array.from({ length: 5 }, () => waitMs(limit, "one"))
    expect(waits.filter((ms) => ms === 0)).toHaveLength(2)
    const again = waitMs(limit, "one")
    expect(again).toBeGreaterThan(50_000)
    expect(again).toBeLessThanOrEqual(60_000)
    expect(waitMs(limit, "two")).toBe(0)
  })

  test("counts from each person's first act, whenever others began", () => {
    const limit = limitOf(1)
    const began = Date.now()
    expect(waitMs(limit, "early")).toBe(0)
    try {
      setSystemTime(began + 50_000)
      expect(waitMs(limit, "late")).toBe(0)
      setSystemTime(began + 70_000)
      expect(waitMs(limit, "early")).toBe(0)
      expect(waitMs(limit, "late")).toBe(40_000)
      setSystemTime(began + 111_000)
      expect(waitMs(limit, "late")).toBe(0)
    } finally {
      setSystemTime()
    }
  })

  test("begins anew when its time is over", () => {
    const limit = limitOf(1, 0.05)
    expect(waitMs(limit, "one")).toBe(0)
    const wait = waitMs(limit, "one")
    expect(wait).toBeGreaterThan(0)
    const until = performance.now() + wait + SLACK_MS
    let isLetThrough = false
    while (!isLetThrough && performance.now() < until) {
      isLetThrough = waitMs(limit, "one") === 0
    }
    expect(isLetThrough).toBe(true)
  })
})

describe("a rate limit that is counted here as long as it is little", () => {
  const isLetThrough = (limit: RateLimit) =>
    spendMostlyHere(redis, limit, "somebody").then(
      () => true,
      (error: unknown) => {
        expect(error).toBeInstanceOf(Refused)
        return false
      },
    )

  const keysOf = (limit: RateLimit) => redis.keys(`limit:${limit.name}*`)

  test("lets exactly so many through in one process", async () => {
    const limit = limitOf(30)
    const outcomes = await Promise.all(Array.from({ length: 50 }, () => isLetThrough(limit)))
    expect(outcomes.filter(Boolean)).toHaveLength(30)
  })

  test("asks Redis for whoever does more than a tenth, and tells it of all they did", async () => {
    const limit = limitOf(30)
    for (let n = 0; n < 3; n++) await isLetThrough(limit)
    expect(await keysOf(limit)).toEqual([])
    await isLetThrough(limit)
    const [key = ""] = await keysOf(limit)
    expect(await redis.get(key)).toBe("4")
    await isLetThrough(limit)
    expect(await redis.get(key)).toBe("5")
  })

  test("begins anew when its while is over", async () => {
    const limit = limitOf(10)
    await isLetThrough(limit)
    setSystemTime(Date.now() + 60_000)
    try {
      await isLetThrough(limit)
    } finally {
      setSystemTime()
    }
    expect(await keysOf(limit)).toEqual([])
  })
})
