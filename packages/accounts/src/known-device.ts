import { createHmac, timingSafeEqual } from "node:crypto"
import type { Accounts } from "./accounts.ts"
import type { Visit } from "./visit.ts"

// A device cookie, as OWASP describes it: whoever guesses at an account from elsewhere cannot lock out the browser
// that its owner has signed in with before.
const YEAR_SECONDS = 365 * 24 * 60 * 60
const COOKIE = "podo.device"

type Known = Pick<Accounts, "secret" | "publicUrl">

/** The id of this device, if somebody has signed in to this account on it before. */
export function knownDevice(accounts: Known, { headers }: Visit, email: string): string | null {
  const [, device = "", seal = ""] =
    /(?:^|;\s*)podo\.device=([\w-]{36})\.([\w-]{43})(?:;|$)/.exec(headers.get("cookie") ?? "") ?? []
  const ours = Buffer.from(sealOf(accounts, device, email))
  const given = Buffer.from(seal)
  return given.length === ours.length && timingSafeEqual(given, ours) ? device : null
}

export function rememberDevice(accounts: Known, visit: Visit, email: string) {
  const device = knownDevice(accounts, visit, email) ?? crypto.randomUUID()
  const secure = accounts.publicUrl.startsWith("https:") ? "; Secure" : ""
  visit.setCookie(
    `${COOKIE}=${device}.${sealOf(accounts, device, email)}; Max-Age=${YEAR_SECONDS}; Path=/; HttpOnly; SameSite=Lax${secure}`,
  )
}

const sealOf = ({ secret }: Known, device: string, email: string) =>
  createHmac("sha256", secret).update(`device:${device}:${email}`).digest("base64url")
