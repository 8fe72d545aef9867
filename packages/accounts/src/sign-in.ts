import type { SignIn } from "@podo/contract/account"
import { UserId } from "@podo/contract/ids"
import { Refused } from "@podo/contract/refusal"
import { againWhenLocked, inTransaction } from "@podo/db/transaction"
import {
  giveBack,
  giveBackOfAddress,
  type RateLimit,
  spend,
  spendOfAddress,
} from "@podo/redis/rate-limit"
import { isAPIError } from "better-auth/api"
import type { Accounts } from "./accounts.ts"
import { knownDevice, rememberDevice } from "./known-device.ts"
import { leaveSession } from "./end-sessions.ts"
import { findSession } from "./find-session.ts"
import { endSessionsWithin } from "./refuse-sessions.ts"
import { limits } from "./limits.ts"
import { hashPassword, shouldRenew, verifyPassword } from "./passwords.ts"
import { findPassword, renewPassword } from "./passwords.queries.ts"
import type { Visit } from "./visit.ts"

/**
 * Signs in on the device that asks. Refuses with WRONG_CREDENTIALS, whichever of the two is wrong,
 * and with TOO_MANY_REQUESTS after ten wrong ones, or after many sessions for one address, for a quarter of an hour
 * at most; and, for some seconds, while more people sign in than this process has time for. A hash of older
 * parameters is renewed on the way.
 */
export async function signIn(accounts: Accounts, visit: Visit, credentials: SignIn) {
  const { redis } = accounts
  const { email } = credentials
  const left = await findSession(accounts, visit)
  const device = knownDevice(accounts, visit, email)
  const counted = countersOf(visit, email, device)
  if (device === null) await spendOfAddress(redis, limits.sessionsPerAddress, visit.address)
  // Counted before the look at the password, so that guesses in parallel count as well.
  for (const [limit, who] of counted) await spend(redis, limit, who)
  const failure: unknown = await enter(accounts, visit, credentials).catch(
    (error: unknown) => error,
  )
  // Only a wrong password counts: while a store is away the right one is refused as well.
  if (!isWrongGuess(failure)) {
    for (const [limit, who] of counted) await giveBack(redis, limit, who)
  }
  if (failure !== undefined) {
    if (device === null) await giveBackOfAddress(redis, limits.sessionsPerAddress, visit.address)
    throw failure
  }
  await leaveSession(accounts, left)
  rememberDevice(accounts, visit, email)
  return {}
}

/** Strangers can use up what belongs to an account or an address, but not what belongs to a browser of its owner. */
function countersOf(
  { address }: Visit,
  email: string,
  device: string | null,
): [RateLimit, string][] {
  if (device !== null) return [[limits.signInsPerDevice, device]]
  return [
    [limits.signInsPerAddress, address],
    [limits.signInsPerAccount, email],
  ]
}

const isWrongGuess = (error: unknown) =>
  error instanceof Refused && error.refusal.code === "WRONG_CREDENTIALS"

async function enter(accounts: Accounts, visit: Visit, credentials: SignIn) {
  const { auth, db } = accounts
  const password = await findPassword(db, credentials.email)
  const entering = { body: credentials, headers: visit.headers, returnHeaders: true } as const
  const { response, headers } = await againWhenLocked(() => auth.api.signInEmail(entering)).catch(
    async (error: unknown) => {
      // No look was taken at the password: it says nothing of whether there is such an account.
      if (error instanceof Refused) throw error
      const isRefused = isAPIError(error) && error.statusCode < 500
      // The account may have been deleted while its password was being compared.
      const isGone = password !== null && (await findPassword(db, credentials.email)) === null
      if (isRefused || isGone) {
        throw new Refused({ code: "WRONG_CREDENTIALS" })
      }
      throw error
    },
  )
  const userId = UserId.parse(response.user.id)
  // The password may have been changed while the old one was being compared; a hash that was renewed is the same one.
  const now = await findPassword(db, credentials.email)
  const isSame =
    now !== null && (now === password || (await verifyPassword(credentials.password, now)))
  if (!isSame) {
    const isNew = ({ token }: { token: string }) => token === response.token
    await inTransaction(db, (trx) => endSessionsWithin(accounts, trx, userId, isNew))
    throw new Refused({ code: "WRONG_CREDENTIALS" })
  }
  for (const cookie of headers.getSetCookie()) visit.setCookie(cookie)
  if (shouldRenew(now)) {
    const renewed = await hashPassword(credentials.password)
    await renewPassword(db, userId, { from: now, to: renewed })
  }
}
