import { z } from "zod"

const LOG_LEVELS = ["debug", "info", "warn", "error", "silent"] as const

const Settings = z.object({
  LOG_LEVEL: z.enum(LOG_LEVELS).default("info"),
  DATABASE_URL: z.url({ protocol: /^mysql$/ }),
  REDIS_URL: z.url({ protocol: /^rediss?$/ }),
})

const advice: Record<string, string> = {
  LOG_LEVEL: `one of ${LOG_LEVELS.join(", ")}`,
  DATABASE_URL: "an address such as mysql://user:password@127.0.0.1:3306/podo",
  REDIS_URL: "an address such as redis://127.0.0.1:6379",
}

/** The settings of the worker, from the environment. Ends the process with one sentence when one is wrong. */
export function readSettings() {
  const parsed = Settings.safeParse(process.env)
  if (!parsed.success) {
    const name = String(parsed.error.issues[0]?.path[0])
    return exitWith(`${name} is "${process.env[name] ?? ""}". Set it to ${advice[name]}.`)
  }
  const { DATABASE_URL, REDIS_URL, LOG_LEVEL } = parsed.data
  return { databaseUrl: DATABASE_URL, redisUrl: REDIS_URL, logLevel: LOG_LEVEL }
}

export function exitWith(sentence: string): never {
  console.error(sentence)
  process.exit(1)
}
