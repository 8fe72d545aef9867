import { describe, expect, test } from "bun:test"
import { PerformanceId } from "@podo/contract/ids"
import { z } from "zod"
import { redisIsAway } from "./connect.ts"
import { keysOfPerformance } from "./performance-keys.ts"
import { json, list, script } from "./script.ts"
import { openTestRedis } from "./testing/testing.ts"

const redis = await openTestRedis()

const echo = script(
  "return cjson.encode({ key = KEYS[1], args = ARGV })",
  json(z.object({ key: z.string(), args: list(z.string()) })),
)

describe("a script", () => {
  test("is sent again when the server has forgotten it", async () => {
    expect(await echo(redis, ["k"], ["a", 2])).toEqual({ key: "k", args: ["a", "2"] })
    await redis.script("FLUSH")
    expect(await echo(redis, ["k"], ["b"])).toEqual({ key: "k", args: ["b"] })
  })

  test("may answer with an empty list, which Lua cannot tell from an empty object", async () => {
    expect(await echo(redis, ["k"], [])).toEqual({ key: "k", args: [] })
  })

  test("that answers something else than it promised is a defect", async () => {
    const broken = script("return cjson.encode({ key = 1 })", json(z.object({ key: z.string() })))
    expect(await broken(redis, [], []).catch((error: Error) => error.name)).toBe("ZodError")
  })

  test("with an error of its own is not mistaken for a server that is away", async () => {
    const failing = script("return redis.call('INCR', KEYS[1], 1)", z.unknown())
    const error: unknown = await failing(redis, ["k"], []).catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(Error)
    expect(redisIsAway(error)).toBe(false)
  })
})

test("all keys of a performance share one hash tag", () => {
  const performanceId = PerformanceId.parse(Bun.randomUUIDv7())
  const tags = Object.values(keysOfPerformance(performanceId)).map(
    (key) => /\{(.*)\}/.exec(key)?.[1],
  )
  expect(new Set(tags)).toEqual(new Set([performanceId]))
})
