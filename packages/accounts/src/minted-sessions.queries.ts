import { SessionId, type UserId } from "@podo/contract/ids"
import type { Database } from "@podo/db/connect"

/** A test user with the token of a session. */
export type MintedSession = { userId: UserId; token: string }

export async function insertUsers(db: Database, userIds: UserId[]) {
  const now = new Date()
  const users = userIds.map((id) => ({
    id,
    name: "Test user",
    email: `${id}@example.com`,
    emailVerified: true,
    createdAt: now,
    updatedAt: now,
  }))
  await db.insertInto("user").values(users).execute()
}

export async function insertSessions(db: Database, minted: MintedSession[], expiresAt: Date) {
  const now = new Date()
  const sessions = minted.map(({ userId, token }) => ({
    id: SessionId.parse(Bun.randomUUIDv7()),
    userId,
    token,
    expiresAt,
    createdAt: now,
    updatedAt: now,
  }))
  await db.insertInto("session").values(sessions).execute()
}
