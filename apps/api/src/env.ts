import { isLoopback } from "@podo/accounts/auth"
import { parseSettings, storeAdvice, storeSettings } from "@podo/stores/settings"
import { existsSync } from "node:fs"
import { z } from "zod"
import { edgeAdvice, edgeIn, edgeSettings, PORT_MAX } from "./edge/settings.ts"
import { googleAdvice, googleIn, googleSettings } from "./google/settings.ts"

const SECRET_CHARS_MIN = 32

const hasPage = (folder: string) => existsSync(`${folder}/index.html`)

const Settings = z.object({
  ...storeSettings,
  ...googleSettings,
  ...edgeSettings,
  NODE_ENV: z.string().default("development"),
  PORT: z.coerce.number().int().min(1).max(PORT_MAX).default(3000),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  AUTH_SECRET: z.string().min(SECRET_CHARS_MIN).optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.string().regex(/@/).optional(),
  WEB_ROOT: z.string().refine(hasPage).optional(),
})

// Good enough to look around on one's own machine, and refused everywhere else.
const DEVELOPMENT_SECRET = "podo-development-secret-not-for-production"

const SECRET_ADVICE = "at least 32 random characters, such as `openssl rand -hex 32` prints"

const advice = {
  ...storeAdvice,
  ...googleAdvice,
  ...edgeAdvice,
  PORT: `a whole number from 1 to ${PORT_MAX}`,
  PUBLIC_URL: "the address people use, such as https://tickets.example.com",
  AUTH_SECRET: SECRET_ADVICE,
  SMTP_URL: "an address such as smtp://user:password@mail.example.com:587",
  MAIL_FROM: "who mails come from, such as Podo <tickets@example.com>",
  WEB_ROOT: "the folder of the built page, which has an index.html",
}

const BUILT_PAGE = `${import.meta.dir}/../../web/dist`

/** The settings of the api, from the environment. Fails with one sentence when one is wrong. */
export function readSettings(environment: Record<string, string | undefined> = process.env) {
  const settings = parseSettings(Settings, environment, advice)
  const { SMTP_URL: smtpUrl, MAIL_FROM: from } = settings
  const publicUrl = settings.PUBLIC_URL ?? `http://localhost:${settings.PORT}`
  const why = whyStrict(settings.NODE_ENV, publicUrl)
  if (why) for (const name of NEEDED_BY_OTHERS) if (!settings[name]) throw missing(name, why)
  if (smtpUrl && !from) throw missing("MAIL_FROM", "SMTP_URL is set")
  return {
    ...edgeIn(settings),
    google: googleIn(settings),
    hasSignInLinks: why === undefined && smtpUrl === undefined,
    smtp: smtpUrl && from ? { url: smtpUrl, from } : undefined,
    port: settings.PORT,
    databaseUrl: settings.DATABASE_URL,
    redisUrl: settings.REDIS_URL,
    publicUrl,
    secret: settings.AUTH_SECRET ?? DEVELOPMENT_SECRET,
    logLevel: settings.LOG_LEVEL,
    // The page need not be built in order to use the API alone.
    webRoot: settings.WEB_ROOT ?? (hasPage(BUILT_PAGE) ? BUILT_PAGE : undefined),
  }
}

/** Where others come, secrets must be secret and mails must be mailed. */
const NEEDED_BY_OTHERS = ["AUTH_SECRET", "SMTP_URL", "MAIL_FROM"] as const

function whyStrict(mode: string, publicUrl: string): string | undefined {
  if (mode === "production") return "NODE_ENV is production"
  return isLoopback(publicUrl) ? undefined : `PUBLIC_URL is ${publicUrl}`
}

function missing(name: keyof typeof advice, why: string): Error {
  return new Error(`${name} is not set, though ${why}. Set it to ${advice[name]}.`)
}
