import { NAME_CHARS_MAX, PASSWORD_CHARS_MAX, PASSWORD_CHARS_MIN } from "@podo/contract/limits"
import type { Database } from "@podo/db/connect"
import { betterAuth } from "better-auth"
import { APIError, createAuthMiddleware } from "better-auth/api"
import { bearer } from "better-auth/plugins"

const SESSION_SECONDS = 7 * 24 * 60 * 60
const SESSION_REFRESH_SECONDS = 24 * 60 * 60

export type AuthSettings = {
  /** Where people reach Podo: cookies and the check of Origin go by it. */
  publicUrl: string
  /** Signs the session cookies; at least 32 characters. */
  secret: string
}

/** Accounts, sessions and their routes under /api/auth: e-mail and password, cookies, bearer tokens for scripts. */
export const createAuth = (db: Database, { publicUrl, secret }: AuthSettings) =>
  betterAuth({
    baseURL: publicUrl,
    trustedOrigins: originsOf(publicUrl),
    secret,
    database: { db, type: "mysql" },
    advanced: { database: { generateId: () => Bun.randomUUIDv7() } },
    telemetry: { enabled: false },
    logger: { level: "error" },
    session: { expiresIn: SESSION_SECONDS, updateAge: SESSION_REFRESH_SECONDS },
    emailAndPassword: {
      enabled: true,
      minPasswordLength: PASSWORD_CHARS_MIN,
      maxPasswordLength: PASSWORD_CHARS_MAX,
      password: {
        hash: (password) => Bun.password.hash(password, "argon2id"),
        verify: ({ hash, password }) => Bun.password.verify(password, hash),
      },
    },
    hooks: { before: refuseLongNames },
    plugins: [bearer()],
  })

const LOOPBACK = ["localhost", "127.0.0.1"]

/** On one's own machine both names of it are the same place. */
function originsOf(publicUrl: string): string[] {
  const { protocol, hostname, port, origin } = new URL(publicUrl)
  if (!LOOPBACK.includes(hostname)) return [origin]
  return LOOPBACK.map((name) => `${protocol}//${name}${port && `:${port}`}`)
}

const refuseLongNames = createAuthMiddleware(async ({ path, body }) => {
  if (path !== "/sign-up/email") return
  const name: unknown = (body as { name?: unknown } | undefined)?.name
  if (typeof name === "string" && name.trim() !== "" && name.length <= NAME_CHARS_MAX) return
  throw new APIError("BAD_REQUEST", {
    code: "INVALID_NAME",
    message: "Give a name of 1 to 60 characters.",
  })
})

export type Auth = ReturnType<typeof createAuth>
