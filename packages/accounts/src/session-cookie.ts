import { createHmac, timingSafeEqual } from "node:crypto"
import { getCookies } from "better-auth/cookies"
import type { Auth } from "./auth.ts"
import { SESSION_SECONDS } from "./session-times.ts"

/** How the library writes its session cookie, read without asking it on every request. */
export type SessionCookie = {
  /** The token in a cookie header, if it bears our signature. `raw` is the cookie's value as it came. */
  read: (header: string | null) => { token: string; raw: string } | null
  /** The same cookie for another week. */
  renew: (raw: string) => string
  clear: () => string
}

export function sessionCookieOf(options: Auth["options"], secret: string): SessionCookie {
  const { name, attributes } = getCookies(options).sessionToken
  const found = new RegExp(`(?:^|;\\s*)${name.replaceAll(".", "\\.")}=([^;\\s]+)`)
  const rest = `; Path=/; HttpOnly; SameSite=Lax${attributes.secure ? "; Secure" : ""}`
  return {
    read: (header) => {
      const raw = found.exec(header ?? "")?.[1]
      const token = raw && tokenIn(raw, secret)
      return token ? { token, raw } : null
    },
    renew: (raw) => `${name}=${raw}; Max-Age=${SESSION_SECONDS}${rest}`,
    clear: () => `${name}=; Max-Age=0${rest}`,
  }
}

/** token.signature, percent-encoded; the signature is HMAC-SHA256 in base64. */
function tokenIn(raw: string, secret: string): string | null {
  const value = decoded(raw)
  const at = value.lastIndexOf(".")
  if (at < 1) return null
  const token = value.slice(0, at)
  const given = Buffer.from(value.slice(at + 1))
  const ours = Buffer.from(createHmac("sha256", secret).update(token).digest("base64"))
  return given.length === ours.length && timingSafeEqual(given, ours) ? token : null
}

function decoded(raw: string): string {
  try {
    return decodeURIComponent(raw)
  } catch {
    return ""
  }
}
