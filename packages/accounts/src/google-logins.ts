import { Language, SitePath } from "@podo/contract/account"
import { type BetterAuthPlugin, generateGenericState, parseGenericState } from "better-auth"
import { createAuthEndpoint } from "better-auth/api"
import { generateRandomString } from "better-auth/crypto"
import { z } from "zod"

const LOGIN_MS_MAX = 10 * 60 * 1000
const VERIFIER_CHARS = 64
const NONCE_CHARS = 32

// The library calls its cookies by what it is told here; ours must not be taken for one of another flow.
const COOKIE = { cookieName: "google" }

/** The values that a browser brings back from Google, to be compared with those that it was sent there with. */
const Begun = z.object({
  callbackURL: SitePath,
  errorURL: SitePath,
  codeVerifier: z.string(),
  idTokenNonce: z.string(),
  language: Language,
})
export type Begun = z.infer<typeof Begun>

/**
 * Keeps what belongs to a login at Google while the person is there: in a sealed cookie of that very browser, so that
 * no other can finish it, strangers who begin logins fill no table, and nothing is left over of those never finished.
 * It is gone once it was opened; a copy is worth nothing, for Google takes each code once.
 * It has no route: our actions alone call it.
 */
export const keepsGoogleLogins = () =>
  ({
    id: "keeps-google-logins",
    endpoints: {
      beginGoogleLogin: createAuthEndpoint.serverOnly(
        { method: "POST", body: Begun.pick({ callbackURL: true, errorURL: true, language: true }) },
        async (context) => {
          const secrets = {
            codeVerifier: generateRandomString(VERIFIER_CHARS),
            idTokenNonce: generateRandomString(NONCE_CHARS),
          }
          const begun = { ...context.body, ...secrets, expiresAt: Date.now() + LOGIN_MS_MAX }
          const { state } = await generateGenericState(context, begun, COOKIE)
          return { state, ...secrets }
        },
      ),
      openGoogleLogin: createAuthEndpoint.serverOnly(
        { method: "POST", body: z.object({ state: z.string() }), requireHeaders: true },
        async (context) =>
          Begun.parse(await parseGenericState(context, context.body.state, COOKIE)),
      ),
    },
  }) satisfies BetterAuthPlugin
