import type { CodeSent, EnteredCode } from "@podo/contract/account"
import { Refused } from "@podo/contract/refusal"
import { inTransaction } from "@podo/db/transaction"
import type { Accounts } from "./accounts.ts"
import { checkCode, countCode, sendCode, takeCode } from "./codes.ts"
import { deleteCodesTo } from "./codes.queries.ts"
import { endSessionsWithin } from "./end-sessions.ts"
import type { Session } from "./find-session.ts"
import { letters } from "./letters.ts"
import { readOwner } from "./read-me.ts"
import { countEventsOf, deleteUser } from "./users.queries.ts"
import type { Visit } from "./visit.ts"

/** Mails a code to the person who asks: an open screen is not enough to lose an account. */
export async function requestDeletion(
  accounts: Accounts,
  visit: Visit,
  { userId }: Session,
): Promise<CodeSent> {
  const { email, language } = await readOwner(accounts.db, userId)
  await countCode(accounts, visit, email)
  return sendCode(accounts, { purpose: "deletion", email, userId, language })
}

/**
 * Erases a person: name, e-mail, ways to sign in, sessions. Their bookings stay, under an id that leads to nobody.
 * Refuses with HAS_EVENTS, CODE_WRONG, CODE_SPENT, CODE_EXPIRED, TOO_MANY_REQUESTS, STORE_UNAVAILABLE.
 */
export async function deleteAccount(
  accounts: Accounts,
  visit: Visit,
  { userId }: Session,
  entered: EnteredCode,
) {
  const asked = await checkCode(accounts, visit, "deletion", entered)
  if (asked.userId !== userId) throw new Refused({ code: "CODE_EXPIRED" })
  const { email, language } = await readOwner(accounts.db, userId)
  await inTransaction(accounts.db, async (trx) => {
    await takeCode(trx, asked)
    await endSessionsWithin(accounts, trx, userId, () => true)
    const events = await countEventsOf(trx, userId)
    if (events > 0) throw new Refused({ code: "HAS_EVENTS", events })
    await deleteCodesTo(trx, email)
    await deleteUser(trx, userId)
  })
  visit.setCookie(accounts.cookie.clear())
  accounts.mailer.post({ to: email, ...letters[language].deleted() })
  return {}
}
