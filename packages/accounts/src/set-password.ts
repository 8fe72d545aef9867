import type { CodeSent, RequestPassword, SetPassword } from "@podo/contract/account"
import { inTransaction } from "@podo/db/transaction"
import { Refused } from "@podo/contract/refusal"
import type { Accounts } from "./accounts.ts"
import { hashPassword } from "./passwords.ts"
import { checkCode, countCode, sendCode, takeCode } from "./codes.ts"
import { findSession } from "./find-session.ts"
import { endSessionsWithin } from "./refuse-sessions.ts"
import { rememberDevice } from "./known-device.ts"
import { letters } from "./letters.ts"
import { setPasswordOf } from "./passwords.queries.ts"
import { startSession } from "./start-session.ts"
import { findUser, findUserByEmail, setEmailVerified } from "./users.queries.ts"
import type { Visit } from "./visit.ts"

/** Mails a code to an account's owner, for whoever has forgotten the password or wants another. */
export async function requestPassword(
  accounts: Accounts,
  visit: Visit,
  { email, language }: RequestPassword,
): Promise<CodeSent> {
  await countCode(accounts, visit, { purpose: "password", email, userId: null })
  const owner = await findUserByEmail(accounts.db, email)
  const userId = owner?.id ?? null
  return sendCode(accounts, { purpose: "password", email, userId, language })
}

/**
 * A new password. This device is signed in afterwards, and no other.
 * Refuses with CODE_WRONG, CODE_SPENT, CODE_EXPIRED, TOO_MANY_REQUESTS, STORE_UNAVAILABLE.
 */
export async function setPassword(accounts: Accounts, visit: Visit, wish: SetPassword) {
  const asked = await checkCode(accounts, visit, "password", wish)
  const { userId } = asked
  if (userId === null) throw new Refused({ code: "CODE_EXPIRED" })
  const password = await hashPassword(wish.password)
  const here = await findSession(accounts, visit)
  await inTransaction(accounts.db, async (trx) => {
    await takeCode(trx, asked)
    await endSessionsWithin(accounts, trx, userId, ({ id }) => id !== here?.sessionId)
    await setPasswordOf(trx, userId, password)
    await setEmailVerified(trx, userId)
  })
  if (here?.userId !== userId) await startSession(accounts, visit, userId)
  const owner = await findUser(accounts.db, userId)
  if (owner) {
    rememberDevice(accounts, visit, owner.email)
    const letter = letters[owner.language].passwordChanged(accounts.publicUrl)
    accounts.mailer.post({ to: owner.email, ...letter })
  }
  return {}
}
