import type { WaysIn } from "@podo/contract/account"
import type { Stores } from "@podo/db/stores"
import type { Mailer } from "@podo/mail/mailer"
import { type Auth, type AuthSettings, createAuth } from "./auth.ts"
import { type SessionCookie, sessionCookieOf } from "./session-cookie.ts"

export type AccountSettings = AuthSettings & { mailer: Mailer }

/** What the deeds of this room are handed: the stores, the library that carries sessions, and the post. */
export type Accounts = Stores & {
  auth: Auth
  mailer: Mailer
  cookie: SessionCookie
  waysIn: WaysIn
  secret: string
  publicUrl: string
}

export function createAccounts(stores: Stores, settings: AccountSettings): Accounts {
  const { mailer, secret, publicUrl } = settings
  const auth = createAuth(stores, settings)
  const cookie = sessionCookieOf(auth.options, secret)
  return { ...stores, auth, mailer, cookie, waysIn: { google: false }, secret, publicUrl }
}
