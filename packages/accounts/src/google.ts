import { GoogleError } from "@podo/contract/account"
import { authorizationCodeRequest, createAuthorizationURL } from "better-auth/oauth2"
import { createRemoteJWKSet, jwtVerify } from "jose"
import { z } from "zod"

export type GoogleSettings = {
  clientId: string
  clientSecret: string
  issuer: string
  authorizationUrl: string
  tokenUrl: string
  jwksUrl: string
}

/** The identity of a person at Google, as far as Google's signature vouches for it. */
export type GoogleClaims = z.infer<typeof Claims>

const SUBJECT_CHARS_MAX = 255

const Claims = z.object({
  /** Never given to somebody else, which cannot be said of an e-mail. */
  sub: z.string().min(1).max(SUBJECT_CHARS_MAX),
  nonce: z.string(),
  azp: z.string().optional(),
  email: z.string().optional(),
  // A string would be as true as "false" is.
  email_verified: z.boolean().optional().catch(undefined),
  name: z.string().optional().catch(undefined),
})

/** A login that did not work, and why: the page shows a sentence for each code. */
export class LoginFailed extends Error {
  override readonly name = "LoginFailed"
  readonly code: GoogleError
  constructor(code: GoogleError, cause?: unknown) {
    super(code, { cause })
    this.code = code
  }
}

const SCOPES = ["openid", "email", "profile"]
const ALGORITHMS = ["RS256"]
const ANSWER_MS_MAX = 5_000
const CLOCKS_DIFFER_SECONDS = 30

/** Google, or what stands in for it. It need not be reachable before somebody logs in. */
export function openGoogle(settings: GoogleSettings, redirectURI: string) {
  const { clientId, clientSecret, issuer } = settings
  const client = { options: { clientId, clientSecret }, redirectURI }
  const keys = createRemoteJWKSet(new URL(settings.jwksUrl), { timeoutDuration: ANSWER_MS_MAX })

  /** The identity behind an authorization code. Fails with provider_failed, whatever is wrong with the answer. */
  async function exchange(given: { code: string; codeVerifier: string }): Promise<string> {
    const { body, headers } = await authorizationCodeRequest({ ...client, ...given })
    const response = await fetch(settings.tokenUrl, {
      method: "POST",
      body,
      headers,
      // The secret goes where it was said to go, and nowhere else.
      redirect: "error",
      signal: AbortSignal.timeout(ANSWER_MS_MAX),
    })
    const answer = TokenAnswer.parse(await response.json())
    // A made-up code is no news; anything else that Google refuses is.
    if (answer.error === "invalid_grant") throw new LoginFailed("provider_failed")
    if (answer.id_token === undefined) {
      throw new Error(`No ID token: ${response.status} ${answer.error ?? ""}`)
    }
    return answer.id_token
  }

  async function verify(idToken: string, nonce: string): Promise<GoogleClaims> {
    const { payload } = await jwtVerify(idToken, keys, {
      // Google writes its name with and without the scheme.
      issuer: [issuer, issuer.replace(/^https:\/\//, "")],
      audience: clientId,
      algorithms: ALGORITHMS,
      requiredClaims: ["exp", "iat"],
      clockTolerance: CLOCKS_DIFFER_SECONDS,
    })
    const claims = Claims.parse(payload)
    if (claims.nonce !== nonce) throw new Error("The ID token belongs to another login.")
    if ((claims.azp ?? clientId) !== clientId) throw new Error("The ID token is for another site.")
    return claims
  }

  return {
    issuer,
    urlFor: (begun: { state: string; codeVerifier: string; idTokenNonce: string }) =>
      createAuthorizationURL({
        ...client,
        id: "google",
        authorizationEndpoint: settings.authorizationUrl,
        scopes: SCOPES,
        state: begun.state,
        codeVerifier: begun.codeVerifier,
        nonce: begun.idTokenNonce,
      }),
    claimsOf: async (given: { code: string; codeVerifier: string; idTokenNonce: string }) => {
      try {
        return await verify(await exchange(given), given.idTokenNonce)
      } catch (error) {
        if (error instanceof LoginFailed) throw error
        throw new LoginFailed("provider_failed", error)
      }
    },
  }
}

export type Google = ReturnType<typeof openGoogle>

const TokenAnswer = z.object({
  id_token: z.string().optional(),
  error: z.string().optional(),
})
