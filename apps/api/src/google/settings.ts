import type { AccountSettings } from "@podo/accounts/accounts"
import { isLoopback } from "@podo/accounts/auth"
import { z } from "zod"

// The exchange there is secret: without TLS only to a stand-in on this machine.
const Address = z
  .url({ protocol: /^https?$/ })
  .refine((url) => url.startsWith("https:") || isLoopback(url))

/** Only the first two have to be set: the others are Google's own addresses. */
export const googleSettings = {
  GOOGLE_CLIENT_ID: z.string().min(1).optional(),
  GOOGLE_CLIENT_SECRET: z.string().min(1).optional(),
  GOOGLE_ISSUER: Address.default("https://accounts.google.com"),
  GOOGLE_AUTHORIZATION_URL: Address.default("https://accounts.google.com/o/oauth2/v2/auth"),
  GOOGLE_TOKEN_URL: Address.default("https://oauth2.googleapis.com/token"),
  GOOGLE_JWKS_URL: Address.default("https://www.googleapis.com/oauth2/v3/certs"),
}

export const googleAdvice = {
  GOOGLE_CLIENT_ID: "the id of an OAuth client from console.cloud.google.com",
  GOOGLE_CLIENT_SECRET: "the secret of the OAuth client that GOOGLE_CLIENT_ID names",
  GOOGLE_ISSUER: "the issuer of ID tokens, such as https://accounts.google.com",
  GOOGLE_AUTHORIZATION_URL: "an address such as https://accounts.google.com/o/oauth2/v2/auth",
  GOOGLE_TOKEN_URL: "an address such as https://oauth2.googleapis.com/token",
  GOOGLE_JWKS_URL: "an address such as https://www.googleapis.com/oauth2/v3/certs",
}

type Settings = z.infer<z.ZodObject<typeof googleSettings>>

/** Nothing when signing in with Google is not wanted. Fails with one sentence when only half of it is. */
export function googleIn(settings: Settings): AccountSettings["google"] {
  const { GOOGLE_CLIENT_ID: clientId, GOOGLE_CLIENT_SECRET: clientSecret } = settings
  if (clientId && clientSecret) {
    return {
      clientId,
      clientSecret,
      issuer: settings.GOOGLE_ISSUER,
      authorizationUrl: settings.GOOGLE_AUTHORIZATION_URL,
      tokenUrl: settings.GOOGLE_TOKEN_URL,
      jwksUrl: settings.GOOGLE_JWKS_URL,
    }
  }
  if (!clientId && !clientSecret) return undefined
  const missing = clientId ? "GOOGLE_CLIENT_SECRET" : "GOOGLE_CLIENT_ID"
  throw new Error(`${missing} is not set. Set it to ${googleAdvice[missing]}.`)
}
