import type { SessionId } from "@podo/contract/ids"
import type { Database } from "@podo/db/connect"
import { listLiveSessions } from "./sessions.queries.ts"

const ASKED_AT_ONCE = 1_000

/** Which of some sessions have ended, as MySQL knows it. */
export async function listEndedSessions(
  db: Database,
  sessionIds: SessionId[],
): Promise<SessionId[]> {
  const ended: SessionId[] = []
  for (let at = 0; at < sessionIds.length; at += ASKED_AT_ONCE) {
    const some = sessionIds.slice(at, at + ASKED_AT_ONCE)
    const live = new Set((await listLiveSessions(db, some, new Date())).map(({ id }) => id))
    ended.push(...some.filter((id) => !live.has(id)))
  }
  return ended
}
