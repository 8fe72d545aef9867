import { SIGNED_IN_DEVICES_MAX } from "@podo/contract/limits"
import type { SignedInDevices } from "@podo/contract/account"
import type { Database } from "@podo/db/connect"
import type { Session } from "./session.ts"
import { listSessions } from "./sessions.queries.ts"

/** Where somebody is signed in, the latest used first. */
export async function listDevices(
  db: Database,
  { userId, sessionId }: Session,
): Promise<SignedInDevices> {
  const sessions = await listSessions(db, userId)
  const devices = sessions.slice(0, SIGNED_IN_DEVICES_MAX).map((session) => ({
    sessionId: session.id,
    userAgent: session.userAgent ?? "",
    signedInAt: session.createdAt.toISOString(),
    lastUsedAt: session.updatedAt.toISOString(),
    isThis: session.id === sessionId,
  }))
  return { devices }
}
