import type { CodeSent, EnteredCode, SignUp } from "@podo/contract/account"
import { UserId } from "@podo/contract/ids"
import { Refused } from "@podo/contract/refusal"
import { isDuplicate } from "@podo/db/errors"
import { inTransaction } from "@podo/db/transaction"
import type { Accounts } from "./accounts.ts"
import { hashPassword } from "./passwords.ts"
import { checkCode, countCode, sendCode, takeCode } from "./codes.ts"
import type { CodeRow } from "./codes.queries.ts"
import { rememberDevice } from "./known-device.ts"
import { setPasswordOf } from "./passwords.queries.ts"
import { startSession } from "./start-session.ts"
import { findUserByEmail, insertUser } from "./users.queries.ts"
import type { Visit } from "./visit.ts"

/**
 * Mails a code; only with it will there be an account. An e-mail that has one already gets the same answer here,
 * and its owner a mail that says so. Refuses with TOO_MANY_REQUESTS.
 */
export async function signUp(accounts: Accounts, visit: Visit, wish: SignUp): Promise<CodeSent> {
  const { name, email, language } = wish
  await countCode(accounts, visit, { purpose: "sign-up", email, userId: null })
  const owner = await findUserByEmail(accounts.db, email)
  const password = await hashPassword(wish.password)
  const userId = owner?.id ?? null
  return sendCode(accounts, { purpose: "sign-up", email, userId, language, name, password })
}

/**
 * Makes the account and signs in. Refuses with CODE_WRONG, CODE_SPENT, CODE_EXPIRED, TOO_MANY_REQUESTS,
 * and EMAIL_HAS_ACCOUNT when another browser has finished with this e-mail first.
 */
export async function confirmSignUp(accounts: Accounts, visit: Visit, entered: EnteredCode) {
  const asked = await checkCode(accounts, visit, "sign-up", entered)
  const userId = await createUser(accounts, asked)
  await startSession(accounts, visit, userId)
  rememberDevice(accounts, visit, asked.email)
  return {}
}

async function createUser({ db }: Accounts, asked: CodeRow): Promise<UserId> {
  const { name, password, email, language } = asked
  if (name === null || password === null) throw new Error("A sign-up without name or password.")
  const id = UserId.parse(Bun.randomUUIDv7())
  try {
    await inTransaction(db, async (trx) => {
      await takeCode(trx, asked)
      await insertUser(trx, { id, name, email, language })
      await setPasswordOf(trx, id, password)
    })
  } catch (error) {
    if (isDuplicate(error)) throw new Refused({ code: "EMAIL_HAS_ACCOUNT" })
    throw error
  }
  return id
}
