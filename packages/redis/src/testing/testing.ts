import { Redis as Single } from "ioredis"
import { connectRedis } from "../connect.ts"

/** The Redis of this test run, found or started before the first test. */
export function testRedisUrl(): string {
  const url = process.env["PODO_TEST_REDIS_URL"]
  if (!url) throw new Error("PODO_TEST_REDIS_URL is not set. Run ./scripts/test.")
  return url
}

export const openTestRedis = () => connectRedis(testRedisUrl())

/** How many commands name a key with these letters while a action is done: of anybody, and those of scripts included. */
export async function countCommands(letters: string, action: () => Promise<unknown>) {
  const own = new Single(testRedisUrl())
  const monitor = await own.monitor()
  const end = crypto.randomUUID()
  const over = Promise.withResolvers<void>()
  let count = 0
  monitor.on("monitor", (_: string, args: string[]) => {
    if (args.some((arg) => arg.includes(letters))) count += 1
    if (args.includes(end)) over.resolve()
  })
  await action()
  await own.echo(end)
  await over.promise
  for (const connection of [monitor, own]) connection.disconnect()
  return count
}
