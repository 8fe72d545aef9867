import { PASSWORD_CHARS_MAX, PASSWORD_CHARS_MIN } from "@podo/contract/limits"
import type { Stores } from "@podo/stores/stores"
import { betterAuth } from "better-auth"
import { keepsGoogleLogins } from "./google-logins.ts"
import { hashPassword, verifyPassword } from "./passwords.ts"
import { endOldestSessions } from "./refuse-sessions.ts"
import type { SessionMemory } from "./session-memory.ts"
import { SESSION_SECONDS } from "./session-times.ts"
import { startsSessions } from "./session-plugin.ts"

const USER_AGENT_CHARS_MAX = 512

export type AuthSettings = {
  /** Where people reach Podo: cookies and the check of Origin go by it. */
  publicUrl: string
  /** Signs the session cookies; at least 32 characters. */
  secret: string
}

/** The library that keeps passwords, sessions and identities at providers; our actions call it. */
export const createAuth = (
  { db, redis, memory }: Stores & { memory: SessionMemory },
  { publicUrl, secret }: AuthSettings,
) =>
  betterAuth({
    baseURL: publicUrl,
    trustedOrigins: originsOf(publicUrl),
    secret,
    database: { db, type: "mysql" },
    advanced: {
      cookiePrefix: "podo",
      database: { generateId: () => Bun.randomUUIDv7() },
      // The address of a sign-in a month ago is needed by no one.
      ipAddress: { disableIpTracking: true },
    },
    telemetry: { enabled: false },
    // Its own log would carry whole SQL statements, with the e-mails and tokens that are in them.
    logger: { disabled: true },
    // The caller tells what fails: left to itself, the library prints that, too.
    onAPIError: { throw: true },
    // Behind a proxy its limiter would put everybody into one bucket, or let them choose their own.
    rateLimit: { enabled: false },
    databaseHooks: {
      session: {
        create: {
          before: async (session) => ({
            data: { ...session, userAgent: session.userAgent?.slice(0, USER_AGENT_CHARS_MAX) },
          }),
          after: async ({ userId }) => endOldestSessions({ db, redis, memory }, userId),
        },
      },
    },
    session: { expiresIn: SESSION_SECONDS },
    // A login at a provider is kept by the browser that began it: google-logins.ts says why.
    account: { storeStateStrategy: "cookie" },
    emailAndPassword: {
      enabled: true,
      minPasswordLength: PASSWORD_CHARS_MIN,
      maxPasswordLength: PASSWORD_CHARS_MAX,
      requireEmailVerification: true,
      password: {
        hash: hashPassword,
        verify: ({ hash, password }) => verifyPassword(password, hash),
      },
    },
    plugins: [startsSessions(), keepsGoogleLogins()],
  })

export type Auth = ReturnType<typeof createAuth>

const LOOPBACK = ["localhost", "127.0.0.1"]

/** Whether an address is this very machine's, which nobody else can reach. */
export const isLoopback = (url: string) => LOOPBACK.includes(URL.parse(url)?.hostname ?? "")

/** On one's own machine both names of it are the same place. */
export function originsOf(publicUrl: string): string[] {
  const { protocol, hostname, port, origin } = new URL(publicUrl)
  if (!LOOPBACK.includes(hostname)) return [origin]
  return LOOPBACK.map((name) => `${protocol}//${name}${port && `:${port}`}`)
}
