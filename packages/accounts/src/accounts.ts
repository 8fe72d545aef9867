import type { WaysIn } from "@podo/contract/account"
import type { Stores } from "@podo/stores/stores"
import type { Mailer } from "@podo/mail/mailer"
import { type Auth, type AuthSettings, createAuth } from "./auth.ts"
import { type Google, type GoogleSettings, openGoogle } from "./google.ts"
import { openSessionMemory, type SessionMemory } from "./session-memory.ts"
import { type SessionCookie, sessionCookieOf } from "./session-cookie.ts"

export type AccountSettings = AuthSettings & {
  mailer: Mailer
  /** Without them nobody is asked to sign in with Google. */
  google?: GoogleSettings | undefined
}

/** The context of the actions here: the stores, the library that carries sessions, and the post. */
export type Accounts = Stores & {
  auth: Auth
  memory: SessionMemory
  mailer: Mailer
  cookie: SessionCookie
  google: Google | undefined
  waysIn: WaysIn
  secret: string
  publicUrl: string
}

export function createAccounts(stores: Stores, settings: AccountSettings): Accounts {
  const { mailer, secret, publicUrl } = settings
  const memory = openSessionMemory()
  const auth = createAuth({ ...stores, memory }, settings)
  const cookie = sessionCookieOf(auth.options, secret)
  const google =
    settings.google &&
    openGoogle(settings.google, new URL("/api/auth/callback/google", publicUrl).href)
  const waysIn = { google: google !== undefined }
  return { ...stores, auth, memory, mailer, cookie, google, waysIn, secret, publicUrl }
}
