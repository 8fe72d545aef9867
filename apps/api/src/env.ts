import { z } from "zod"

const LOG_LEVELS = ["debug", "info", "warn", "error", "silent"] as const

const Settings = z.object({
  NODE_ENV: z.string().default("development"),
  PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
  DATABASE_URL: z.url({ protocol: /^mysql$/ }),
  REDIS_URL: z.url({ protocol: /^rediss?$/ }),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  AUTH_SECRET: z.string().min(32).optional(),
  WEB_ROOT: z.string().optional(),
  LOG_LEVEL: z.enum(LOG_LEVELS).default("info"),
})

// Good enough to look around on one's own machine, and refused anywhere else.
const DEVELOPMENT_SECRET = "podo-development-secret-not-for-production"

const advice: Record<string, string> = {
  PORT: "a whole number from 1 to 65535",
  DATABASE_URL: "an address such as mysql://user:password@127.0.0.1:3306/podo",
  REDIS_URL: "an address such as redis://127.0.0.1:6379",
  PUBLIC_URL: "the address people use, such as https://tickets.example.com",
  LOG_LEVEL: `one of ${LOG_LEVELS.join(", ")}`,
  AUTH_SECRET: "at least 32 random characters, such as `openssl rand -hex 32` prints",
}

/** The settings of the api, from the environment. Ends the process with one sentence when one is wrong. */
export function readSettings() {
  const parsed = Settings.safeParse(process.env)
  if (!parsed.success) {
    const name = String(parsed.error.issues[0]?.path[0])
    return exitWith(
      `${name} is "${process.env[name] ?? ""}". Set it to ${advice[name] ?? "a valid value"}.`,
    )
  }
  const settings = parsed.data
  const isProduction = settings.NODE_ENV === "production"
  if (isProduction && !settings.AUTH_SECRET) {
    return exitWith(`AUTH_SECRET is not set. Set it to ${advice.AUTH_SECRET}.`)
  }
  return {
    port: settings.PORT,
    databaseUrl: settings.DATABASE_URL,
    redisUrl: settings.REDIS_URL,
    publicUrl: settings.PUBLIC_URL ?? `http://localhost:${settings.PORT}`,
    secret: settings.AUTH_SECRET ?? DEVELOPMENT_SECRET,
    logLevel: settings.LOG_LEVEL,
    webRoot: settings.WEB_ROOT ?? `${import.meta.dir}/../../web/dist`,
  }
}

export function exitWith(sentence: string): never {
  console.error(sentence)
  process.exit(1)
}
