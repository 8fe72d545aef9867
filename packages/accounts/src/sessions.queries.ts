import type { SessionId, UserId } from "@podo/contract/ids"
import type { Database, Transaction } from "@podo/db/connect"

/** The live sessions of some tokens. */
export async function listSessionsOf(db: Database, tokens: string[], now: Date) {
  return db
    .selectFrom("session")
    .where("token", "in", tokens)
    .where("expiresAt", ">", now)
    .select(["token", "id", "userId", "expiresAt", "updatedAt"])
    .execute()
}

/** Those of some sessions that are alive. */
export async function listLiveSessions(db: Database, sessionIds: SessionId[], now: Date) {
  return db
    .selectFrom("session")
    .where("id", "in", sessionIds)
    .where("expiresAt", ">", now)
    .select("id")
    .execute()
}

/** False when the session has been ended meanwhile. */
export async function slideSession(db: Database, token: string, expiresAt: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("session")
    .set({ expiresAt, updatedAt: new Date() })
    .where("token", "=", token)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export async function listSessions(db: Database, userId: UserId) {
  return db
    .selectFrom("session")
    .where("userId", "=", userId)
    .where("expiresAt", ">", new Date())
    .orderBy("updatedAt", "desc")
    .orderBy("id")
    .select(["id", "token", "userAgent", "createdAt", "updatedAt"])
    .execute()
}

/** Signing in to this account waits until the transaction ends: a new session must reference the row. */
export async function lockUser(trx: Transaction, userId: UserId) {
  return trx.selectFrom("user").where("id", "=", userId).select("id").forUpdate().executeTakeFirst()
}

export async function deleteSessions(db: Database, sessionIds: SessionId[]) {
  if (sessionIds.length === 0) return
  await db.deleteFrom("session").where("id", "in", sessionIds).execute()
}

export async function deleteExpiredSessions(db: Database, now: Date) {
  await db.deleteFrom("session").where("expiresAt", "<=", now).execute()
}
