import { UserId } from "@podo/contract/ids"
import type { Database } from "@podo/db/connect"
import { insertSessions, insertUsers, type MintedSession } from "./minted-sessions.queries.ts"

const SESSION_MS = 24 * 60 * 60 * 1000
const ROWS_PER_INSERT = 500

export type { MintedSession }

/** Test users with a session each, for load and race runs. Their tokens serve as bearer tokens. */
export async function mintSessions(db: Database, count: number): Promise<MintedSession[]> {
  const minted = Array.from({ length: count }, () => ({
    userId: UserId.parse(Bun.randomUUIDv7()),
    token: crypto.randomUUID().replaceAll("-", "") + crypto.randomUUID().replaceAll("-", ""),
  }))
  const expiresAt = new Date(Date.now() + SESSION_MS)
  for (let from = 0; from < minted.length; from += ROWS_PER_INSERT) {
    const chunk = minted.slice(from, from + ROWS_PER_INSERT)
    await insertUsers(
      db,
      chunk.map(({ userId }) => userId),
    )
    await insertSessions(db, chunk, expiresAt)
  }
  return minted
}
