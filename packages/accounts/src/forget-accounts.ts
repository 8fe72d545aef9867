import type { Stores } from "@podo/stores/stores"
import { deleteExpiredCodes } from "./codes.queries.ts"
import { deleteExpiredSessions } from "./sessions.queries.ts"

// An expired code is kept for a while, so that it can say so.
const CODES_KEPT_MS = 24 * 60 * 60 * 1000

/** Keeps no session that is over and no sign-up that was never finished. */
export async function forgetAccounts({ db }: Pick<Stores, "db">): Promise<void> {
  await deleteExpiredCodes(db, new Date(Date.now() - CODES_KEPT_MS))
  await deleteExpiredSessions(db, new Date())
}
