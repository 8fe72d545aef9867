import type { GoogleError, StartGoogle } from "@podo/contract/account"
import { Refused } from "@podo/contract/refusal"
import { databaseIsAway } from "@podo/db/errors"
import { redisIsAway } from "@podo/redis/connect"
import { spend } from "@podo/redis/rate-limit"
import { BetterAuthError } from "better-auth"
import { z } from "zod"
import type { Accounts } from "./accounts.ts"
import { type Google, LoginFailed } from "./google.ts"
import type { Begun } from "./google-logins.ts"
import { accountOf } from "./google-users.ts"
import { limits } from "./limits.ts"
import { startSession } from "./start-session.ts"
import type { Visit } from "./visit.ts"

const ERROR_PAGE = "/sign-in"
// Sealed, both have to fit into one cookie, and browsers drop what is over 4,096 bytes.
const PATH_BYTES_MAX = 600
const ERROR_PATH_BYTES_MAX = 900

type GoogleAccounts = Accounts & { google: Google }

/** The address at Google to send the person to. Refuses with TOO_MANY_REQUESTS. */
export async function startGoogle(accounts: GoogleAccounts, visit: Visit, wish: StartGoogle) {
  const { auth, google, redis } = accounts
  await spend(redis, limits.googlePerAddress, visit.address)
  const { response, headers } = await auth.api.beginGoogleLogin({
    body: {
      callbackURL: fitting(wish.callbackURL, PATH_BYTES_MAX, "/"),
      errorURL: fitting(wish.errorCallbackURL, ERROR_PATH_BYTES_MAX, ERROR_PAGE),
      language: wish.language,
    },
    returnHeaders: true,
  })
  keepCookies(visit, headers)
  return { url: (await google.urlFor(response)).href }
}

const fitting = (path: string, bytesMax: number, otherwise: string) =>
  Buffer.byteLength(path) > bytesMax ? otherwise : path

const Answer = z.object({
  state: z.string(),
  code: z.string().optional(),
  error: z.string().optional(),
  iss: z.string().optional(),
})

/** Signs in who comes back from Google, and says where to go on: never a refusal, for this is what a browser shows. */
export async function finishGoogle(
  accounts: GoogleAccounts,
  visit: Visit,
  query: unknown,
): Promise<string> {
  const { publicUrl } = accounts
  const pageOf = (path: string) => new URL(path, publicUrl)
  let errorPage = pageOf(ERROR_PAGE)
  try {
    await spend(accounts.redis, limits.googlePerAddress, visit.address)
    const answer = Answer.safeParse(query)
    if (!answer.success) throw new LoginFailed("state_mismatch")
    const begun = await openLogin(accounts, visit, answer.data.state)
    errorPage = pageOf(begun.errorURL)
    await enter(accounts, visit, begun, answer.data)
    return pageOf(begun.callbackURL).href
  } catch (error) {
    errorPage.searchParams.set("error", codeOf(accounts, error))
    return errorPage.href
  }
}

async function enter(
  accounts: GoogleAccounts,
  visit: Visit,
  begun: Begun,
  { code, error, iss }: z.infer<typeof Answer>,
) {
  const { google, db } = accounts
  if (error === "access_denied") throw new LoginFailed("access_denied")
  if (iss !== undefined && iss !== google.issuer) throw new LoginFailed("provider_failed")
  if (error !== undefined || code === undefined) throw new LoginFailed("provider_failed")
  const claims = await google.claimsOf({ ...begun, code })
  const userId = await accountOf(db, claims, begun.language)
  await startSession(accounts, visit, userId)
}

async function openLogin({ auth }: Accounts, visit: Visit, state: string): Promise<Begun> {
  try {
    const { response, headers } = await auth.api.openGoogleLogin({
      body: { state },
      headers: visit.headers,
      returnHeaders: true,
    })
    keepCookies(visit, headers)
    return response
  } catch (error) {
    const isForeign = error instanceof BetterAuthError || error instanceof z.ZodError
    throw isForeign ? new LoginFailed("state_mismatch") : error
  }
}

function keepCookies(visit: Visit, headers: Headers) {
  for (const cookie of headers.getSetCookie()) visit.setCookie(cookie)
}

function codeOf({ onDefect }: Accounts, error: unknown): GoogleError {
  if (error instanceof LoginFailed) {
    // A wrong secret or address cannot be cured by the person who logs in: the operator must hear of it.
    if (error.cause !== undefined) onDefect(error.cause, "Google")
    return error.code
  }
  if (error instanceof Refused && error.refusal.code === "TOO_MANY_REQUESTS")
    return "too_many_requests"
  if (error instanceof Refused) return "unavailable"
  if (!databaseIsAway(error) && !redisIsAway(error)) onDefect(error, "a login at Google")
  return "unavailable"
}
