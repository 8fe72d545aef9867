import { type SessionId, UserId } from "@podo/contract/ids"
import { SIGNED_IN_DEVICES_MAX } from "@podo/contract/limits"
import { Refused } from "@podo/contract/refusal"
import type { Transaction } from "@podo/db/connect"
import { inTransaction } from "@podo/db/transaction"
import type { Accounts } from "./accounts.ts"
import { findSession, type KnowsSessions, refuseTokens, type Session } from "./find-session.ts"
import { deleteSessions, listSessions, lockUser } from "./sessions.queries.ts"
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

/** A person has so many devices at most; the one that was used least recently goes first. */
export async function endOldestSessions(stores: KnowsSessions & Pick<Accounts, "db">, id: string) {
  const userId = UserId.parse(id)
  const sessions = await listSessions(stores.db, userId)
  if (sessions.length <= SIGNED_IN_DEVICES_MAX) return
  const oldest = new Set(sessions.slice(SIGNED_IN_DEVICES_MAX).map((session) => session.id))
  await inTransaction(stores.db, (trx) =>
    endSessionsWithin(stores, trx, userId, (session) => oldest.has(session.id)),
  )
}

type SessionRow = Awaited<ReturnType<typeof listSessions>>[number]

async function endSessionsOf(
  accounts: Accounts,
  userId: UserId,
  which: (session: SessionRow) => boolean,
): Promise<number> {
  return inTransaction(accounts.db, (trx) => endSessionsWithin(accounts, trx, userId, which))
}

/** As a part of something larger, such as a new password. Says how many there were. */
export async function endSessionsWithin(
  accounts: KnowsSessions,
  trx: Transaction,
  userId: UserId,
  which: (session: SessionRow) => boolean,
): Promise<number> {
  await lockUser(trx, userId)
  const ending = (await listSessions(trx, userId)).filter(which)
  // Redis first: a session that MySQL has forgotten must not live on there.
  await refuseTokens(
    accounts,
    ending.map(({ token }) => token),
  )
  await deleteSessions(
    trx,
    ending.map(({ id }) => id),
  )
  return ending.length
}
