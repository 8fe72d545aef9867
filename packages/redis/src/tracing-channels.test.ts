import { expect, test } from "bun:test"
import { tracingChannel } from "node:diagnostics_channel"
import { openTestRedis } from "./testing/testing.ts"

const redis = await openTestRedis()

test("a command is told to a tracer, and made ready for one only where there is one", async () => {
  const channel = tracingChannel("ioredis:command")
  expect(channel.hasSubscribers).toBe(false)
  const told: unknown[] = []
  const tracer = { start: (context: unknown) => told.push(context) }
  channel.subscribe(tracer)
  expect(channel.hasSubscribers).toBe(true)
  await redis.ping()
  channel.unsubscribe(tracer)
  expect(channel.hasSubscribers).toBe(false)
  expect(told).toHaveLength(1)
})
