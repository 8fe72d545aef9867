import type { CodeSent, EnteredCode } from "@podo/contract/account"
import type { UserId } from "@podo/contract/ids"
import { Refused } from "@podo/contract/refusal"
import type { Database } from "@podo/db/connect"
import { inTransaction } from "@podo/db/transaction"
import type { Accounts } from "./accounts.ts"
import { checkCode, countCode, sendCode, takeCode } from "./codes.ts"
import { deleteCodesTo } from "./codes.queries.ts"
import { endSessionsWithin } from "./refuse-sessions.ts"
import type { Session } from "./session.ts"
import { letters } from "./letters.ts"
import { readOwner } from "./read-me.ts"
import { REMEMBERED_MS } from "./session-memory.ts"
import { lockUser } from "./sessions.queries.ts"
import { countEventsOf, deleteUser } from "./users.queries.ts"
import type { Visit } from "./visit.ts"

/**
 * Mails a code to the person who asks: an open screen is not enough to lose an account.
 * Refuses with HAS_EVENTS, TOO_MANY_REQUESTS.
 */
export async function requestDeletion(
  accounts: Accounts,
  visit: Visit,
  { userId }: Session,
): Promise<CodeSent> {
  const { email, language } = await readOwner(accounts.db, userId)
  await refuseOrganizer(accounts.db, userId)
  const wish = { purpose: "deletion" as const, email, userId, language }
  await countCode(accounts, visit, wish)
  return sendCode(accounts, wish)
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
    await lockUser(trx, userId)
    // Before anything ends: what is refused must leave everything as it was.
    await refuseOrganizer(trx, userId)
    await endSessionsWithin(accounts, trx, userId, () => true)
    // Until no process remembers them: nobody books for a person who is gone.
    await Bun.sleep(REMEMBERED_MS)
    await deleteCodesTo(trx, email)
    await deleteUser(trx, userId)
  })
  visit.setCookie(accounts.cookie.clear())
  accounts.mailer.post({ to: email, ...letters[language].deleted() })
  return {}
}

async function refuseOrganizer(db: Database, userId: UserId) {
  const events = await countEventsOf(db, userId)
  if (events > 0) throw new Refused({ code: "HAS_EVENTS", events })
}
