import { describe, expect, test } from "bun:test"
import { z } from "zod"
import type { Redis } from "./connect.ts"
import { raiseGenerations } from "./generations.ts"
import { readThrough, slotOf } from "./read-through.ts"
import { openTestRedis } from "./testing/testing.ts"

const redis = await openTestRedis()
const another = await openTestRedis()

/** A cache of its own, and what it is asked. */
function mintCache() {
  const kind = `test-${crypto.randomUUID()}`
  const settings = { kind, slots: 4, parsedMax: 4, value: z.object({ text: z.string() }) }
  const read = readThrough(settings)
  const scope = `test:${kind}`
  return {
    keyOf: (question: string) => `cache:${kind}:${slotOf(question, 4)}`,
    raise: () => raiseGenerations(redis, [scope]),
    forget: () => redis.del(`generation:${scope}`),
    /** The same stores as another process would have them: nothing in its memory. */
    elsewhere: readThrough(settings),
    read: (load: () => Promise<string>, by: Redis = redis, how = read, question = "what is on?") =>
      how(by, { scopes: [scope], question, load: async () => ({ text: await load() }) }),
  }
}

const saying = (text: string) => () => Promise.resolve(text)
const never = () => Promise.reject(new Error("It was loaded again."))

/** The same Redis, but it is asked for no lock until that is let go. */
function holdingBackLocks(of: Redis) {
  const [reached, goes] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const held = new Proxy(of, {
    get: (target, name) => {
      const value: unknown = Reflect.get(target, name)
      if (typeof value !== "function") return value
      const call: (...args: unknown[]) => unknown = value.bind(target)
      if (name !== "set") return call
      return async (key: string, ...args: unknown[]) => {
        if (key.startsWith("cache-lock:")) {
          reached.resolve()
          await goes.promise
        }
        return call(key, ...args)
      }
    },
  })
  return { held, reached: reached.promise, letGo: goes.resolve }
}

describe("an answer that is read through the cache", () => {
  test("is loaded once for a thousand who ask at the same time, in two processes", async () => {
    const { read, elsewhere } = mintCache()
    let loads = 0
    const load = async () => {
      loads += 1
      await redis.ping()
      return "loaded"
    }
    const answers = await Promise.all(
      Array.from({ length: 1_000 }, (_, n) =>
        n % 2 === 0 ? read(load) : read(load, another, elsewhere),
      ),
    )
    expect(new Set(answers.map(({ text }) => text))).toEqual(new Set(["loaded"]))
    expect(loads).toBe(1)
  })

  test("is not loaded by who looked before another process had loaded it, and got the lock after", async () => {
    const { read, elsewhere } = mintCache()
    const { held, reached, letGo } = holdingBackLocks(another)
    const late = read(never, held, elsewhere)
    await reached
    await read(saying("loaded"))
    letGo()
    expect(await late).toEqual({ text: "loaded" })
  })

  test("is the new one for everybody who asks after the change was told", async () => {
    const { read, elsewhere, raise } = mintCache()
    await read(saying("old"))
    expect(await read(never, another, elsewhere)).toEqual({ text: "old" })
    await raise()
    expect(await read(saying("new"))).toEqual({ text: "new" })
    expect(await read(never, another, elsewhere)).toEqual({ text: "new" })
  })

  test("is not brought back by a reader who loaded before the change and stores after it", async () => {
    const { read, elsewhere, raise } = mintCache()
    const { reader, hasLoaded, mayStore } = slowReader(read)
    await hasLoaded
    await raise()
    expect(await read(saying("new"), another, elsewhere)).toEqual({ text: "new" })
    mayStore()
    expect(await reader).toEqual({ text: "old" })
    expect(await read(saying("new"))).toEqual({ text: "new" })
    expect(await read(saying("new"), another, elsewhere)).toEqual({ text: "new" })
  })

  // Without this control the test above would also pass if the old answer never came late.
  test("and the race is real: a cache that forgets at a change gets the old answer back", async () => {
    const key = `test-${crypto.randomUUID()}`
    const naive = async (load: () => Promise<string>) => {
      const kept = await redis.get(key)
      if (kept !== null) return { text: kept }
      const text = await load()
      await redis.set(key, text)
      return { text }
    }
    const { reader, hasLoaded, mayStore } = slowReader(naive)
    await hasLoaded
    await redis.del(key)
    mayStore()
    await reader
    expect(await naive(saying("new"))).toEqual({ text: "old" })
  })

  test("is loaded afresh where Redis keeps something else, or has forgotten the generation", async () => {
    for (const garbage of ["{", '{"generation":1,"value":"garbage"}', "null"]) {
      const { read, elsewhere, keyOf } = mintCache()
      await read(saying("old"))
      await redis.set(keyOf("what is on?"), garbage)
      expect(await read(saying("new"), another, elsewhere)).toEqual({ text: "new" })
    }
    const { read, forget } = mintCache()
    await read(saying("old"))
    await forget()
    expect(await read(saying("new"))).toEqual({ text: "new" })
  })

  test("is loaded by whoever asks while Redis is away", async () => {
    const { read } = mintCache()
    const gone = await openTestRedis()
    gone.disconnect()
    expect(await read(saying("one"), gone)).toEqual({ text: "one" })
    expect(await read(saying("two"), gone)).toEqual({ text: "two" })
  })

  test("is kept under a bounded number of keys, each for a bounded time", async () => {
    const { read, keyOf } = mintCache()
    const questions = Array.from({ length: 50 }, (_, n) => `question ${n}`)
    for (const question of questions) {
      expect(await read(saying(question), redis, undefined, question)).toEqual({ text: question })
    }
    const keys = [...new Set(questions.map(keyOf))]
    expect(keys.length).toBeLessThanOrEqual(4)
    for (const key of keys) expect(await redis.pttl(key)).toBeGreaterThan(0)
  })
})

/** Somebody who has loaded the old answer, and stores it when they may. */
function slowReader(read: (load: () => Promise<string>) => Promise<{ text: string }>) {
  const loaded = Promise.withResolvers<void>()
  const stored = Promise.withResolvers<void>()
  const reader = read(async () => {
    loaded.resolve()
    await stored.promise
    return "old"
  })
  return { reader, hasLoaded: loaded.promise, mayStore: stored.resolve }
}
