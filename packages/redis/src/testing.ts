import { connectRedis } from "./connect.ts"

/** The Redis of this test run, found or started before the first test. */
export function testRedisUrl(): string {
  const url = process.env["PODO_TEST_REDIS_URL"]
  if (!url) throw new Error("PODO_TEST_REDIS_URL is not set. Run ./scripts/test.")
  return url
}

export const openTestRedis = () => connectRedis(testRedisUrl())
