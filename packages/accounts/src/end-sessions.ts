import type { SessionId, UserId } from "@podo/contract/ids"
import { Refused } from "@podo/contract/refusal"
import { inTransaction } from "@podo/db/transaction"
import type { Accounts } from "./accounts.ts"
import { findSession } from "./find-session.ts"
import { endSessionsWithin } from "./refuse-sessions.ts"
import type { Session } from "./session.ts"
import type { Visit } from "./visit.ts"

/** Ends one of a person's sessions. Refuses with NOT_FOUND when it is not theirs, STORE_UNAVAILABLE without Redis. */
export async function endSession(accounts: Accounts, userId: UserId, sessionId: SessionId) {
  const ended = await endSessionsOf(accounts, userId, ({ id }) => id === sessionId)
  if (ended === 0) throw new Refused({ code: "NOT_FOUND", what: "session" })
  return {}
}

/** Signs out of every device, this one included. */
export async function endAllSessions(accounts: Accounts, visit: Visit, { userId }: Session) {
  await endSessionsOf(accounts, userId, () => true)
  visit.setCookie(accounts.cookie.clear())
  return {}
}

/** Signs this device out; who is not signed in is signed out already. */
export async function signOut(accounts: Accounts, visit: Visit) {
  const session = await findSession(accounts, visit)
  if (session) await endSessionsOf(accounts, session.userId, ({ id }) => id === session.sessionId)
  visit.setCookie(accounts.cookie.clear())
  return {}
}

/** The session that a browser had before it got another: one device is one session. */
export async function leaveSession(accounts: Accounts, left: Session | null) {
  if (!left) return
  const { userId, sessionId } = left
  await endSessionsOf(accounts, userId, ({ id }) => id === sessionId).catch((error: unknown) => {
    // The new one is good all the same.
    accounts.onDefect(error, "leaving a session")
  })
}

async function endSessionsOf(
  accounts: Accounts,
  userId: UserId,
  which: Parameters<typeof endSessionsWithin>[3],
): Promise<number> {
  return inTransaction(accounts.db, (trx) => endSessionsWithin(accounts, trx, userId, which))
}
