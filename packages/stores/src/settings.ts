import { serversOfCluster } from "@podo/redis/cluster-address"
import { z } from "zod"

const LOG_LEVELS = ["debug", "info", "warn", "error", "silent"] as const

/** The settings of every process with stores. */
export const storeSettings = {
  DATABASE_URL: z.url({ protocol: /^mysql$/ }),
  REDIS_URL: z.union([
    z.url({ protocol: /^rediss?$/ }),
    z.string().refine((url) => serversOfCluster(url) !== undefined),
  ]),
  LOG_LEVEL: z.enum(LOG_LEVELS).default("info"),
}

/** The form that a setting should have, for the sentence that says it has not. */
export const storeAdvice: Record<string, string> = {
  DATABASE_URL: "an address such as mysql://user:password@127.0.0.1:3306/podo",
  REDIS_URL:
    "an address such as redis://127.0.0.1:6379, or of a cluster such as redis+cluster://127.0.0.1:7001,127.0.0.1:7002",
  LOG_LEVEL: `one of ${LOG_LEVELS.join(", ")}`,
}

/** Reads settings from an environment. Fails with one sentence that names the setting, its value and the fix. */
export function parseSettings<Settings>(
  schema: z.ZodType<Settings>,
  environment: Record<string, string | undefined>,
  advice: Record<string, string>,
): Settings {
  const parsed = schema.safeParse(environment)
  if (parsed.success) return parsed.data
  const name = String(parsed.error.issues[0]?.path[0])
  throw new Error(
    `${name} ${stateOf(name, environment[name])}. Set it to ${advice[name] ?? "a valid value"}.`,
  )
}

function stateOf(name: string, value: string | undefined): string {
  if (value === undefined) return "is not set"
  return name.includes("SECRET") ? "is not valid" : `is "${withoutPassword(value)}"`
}

/** An address that can be shown and logged: no password, no query, and nothing of what is no address at all. */
export function withoutPassword(url: string): string {
  if (!/^[\w+.-]+:\/\//.test(url)) return /[:@?]/.test(url) ? "***" : url
  return url.replace(/\/\/.*@/, "//***@").replace(/\?.*$/, "")
}
