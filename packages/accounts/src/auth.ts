import {
  EMAIL_CHARS_MAX,
  NAME_CHARS_MAX,
  PASSWORD_CHARS_MAX,
  PASSWORD_CHARS_MIN,
} from "@podo/contract/limits"
import type { Stores } from "@podo/db/stores"
import { betterAuth } from "better-auth"
import { APIError, createAuthMiddleware } from "better-auth/api"
import { bearer } from "better-auth/plugins"
import { z } from "zod"

const SESSION_SECONDS = 7 * 24 * 60 * 60
const USER_AGENT_CHARS_MAX = 512
const SESSION_REFRESH_SECONDS = 24 * 60 * 60

export type AuthSettings = {
  /** Where people reach Podo: cookies and the check of Origin go by it. */
  publicUrl: string
  /** Signs the session cookies; at least 32 characters. */
  secret: string
}

/** Accounts, sessions and their routes under /api/auth: e-mail and password, cookies, bearer tokens for scripts. */
export const createAuth = ({ db }: Stores, { publicUrl, secret }: AuthSettings) =>
  betterAuth({
    baseURL: publicUrl,
    trustedOrigins: originsOf(publicUrl),
    secret,
    database: { db, type: "mysql" },
    advanced: { database: { generateId: () => Bun.randomUUIDv7() } },
    telemetry: { enabled: false },
    // Its own log would carry whole SQL statements, with the e-mails and tokens that are in them.
    logger: { disabled: true },
    // Whoever calls it tells what fails: left to itself, the library prints that, too.
    onAPIError: { throw: true },
    // Behind a proxy its limiter would put everybody into one bucket, or let them choose their own.
    rateLimit: { enabled: false },
    disabledPaths: ["/update-user", "/revoke-session"],
    databaseHooks: {
      session: {
        create: {
          before: async (session) => ({
            data: { ...session, userAgent: session.userAgent?.slice(0, USER_AGENT_CHARS_MAX) },
          }),
        },
      },
    },
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
    hooks: { before: refuseMalformed },
    plugins: [bearer()],
  })

const LOOPBACK = ["localhost", "127.0.0.1"]

/** On one's own machine both names of it are the same place. */
function originsOf(publicUrl: string): string[] {
  const { protocol, hostname, port, origin } = new URL(publicUrl)
  if (!LOOPBACK.includes(hostname)) return [origin]
  return LOOPBACK.map((name) => `${protocol}//${name}${port && `:${port}`}`)
}

const NewPerson = z.object({
  name: z
    .string()
    .trim()
    .min(1)
    .max(NAME_CHARS_MAX)
    .regex(/^\P{C}+$/u, "Use letters, digits, spaces and signs."),
  email: z.string().max(EMAIL_CHARS_MAX),
})

const Credentials = z.object({ password: z.string().min(1) })

const refuseMalformed = createAuthMiddleware(async ({ path, body }) => {
  // For an unknown e-mail the library hashes what was given, which an empty password does not survive.
  if (path === "/sign-in/email" && !Credentials.safeParse(body).success) {
    throw new APIError("UNAUTHORIZED", { code: "INVALID_EMAIL_OR_PASSWORD" })
  }
  if (path !== "/sign-up/email") return
  const { error } = NewPerson.safeParse(body)
  const issue = error?.issues[0]
  if (!issue) return
  throw new APIError("BAD_REQUEST", {
    code: `INVALID_${String(issue.path[0]).toUpperCase()}`,
    message: issue.message,
  })
})

export type Auth = ReturnType<typeof createAuth>
