import { Redis } from "ioredis"

export type { Redis } from "ioredis"

const COMMAND_TIMEOUT_MS = 3_000
const RECONNECT_MS_MAX = 500

/**
 * A client for commands. While Redis is away, commands fail at once rather than queue:
 * a person who waits for a seat needs an answer now, and it is "try again", not a hang.
 */
export async function connectRedis(url: string): Promise<Redis> {
  const redis = new Redis(url, {
    commandTimeout: COMMAND_TIMEOUT_MS,
    enableOfflineQueue: false,
    lazyConnect: true,
    maxRetriesPerRequest: 0,
    retryStrategy: (attempt) => Math.min(attempt * 50, RECONNECT_MS_MAX),
  })
  // Without a listener ioredis prints every failed reconnect; each command reports its own failure.
  redis.on("error", () => {})
  await redis.connect()
  return redis
}

const awayMessages = [
  "Connection is closed",
  "Stream isn't writeable",
  "Command timed out",
  "Reached the max retries",
  "connect ECONNREFUSED",
  "read ECONNRESET",
  "write EPIPE",
  "LOADING ",
  "CLUSTERDOWN",
  "READONLY ",
  "MASTERDOWN",
  "MISCONF ",
  "NOREPLICAS ",
  "OOM ",
  "BUSY ",
  "EXECABORT",
]

/** Whether Redis cannot do its work now, as opposed to having been asked something wrong. */
export function redisIsAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  return awayMessages.some((message) => error.message.includes(message))
}
