import { expect, test } from "bun:test"
import { connectRedis, redisIsAway } from "./connect.ts"

test.each(["redis://127.0.0.1:1", "redis+cluster://127.0.0.1:1,127.0.0.1:2"])(
  "where nobody answers, %s is away",
  async (url) => {
    const error: unknown = await connectRedis(url).catch((reason: unknown) => reason)
    expect(redisIsAway(error)).toBe(true)
  },
)
