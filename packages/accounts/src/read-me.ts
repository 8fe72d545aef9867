import type { Me, UpdateMe } from "@podo/contract/account"
import type { UserId } from "@podo/contract/ids"
import { Refused } from "@podo/contract/refusal"
import type { Database } from "@podo/db/connect"
import type { Session } from "./session.ts"
import { listRoles } from "./roles.queries.ts"
import { findUser, setUser } from "./users.queries.ts"

/** The person who is signed in; null when nobody is. */
export async function readMe(db: Database, session: Session | null): Promise<Me | null> {
  if (!session) return null
  const user = await findUser(db, session.userId)
  return user ? meOf(db, user) : null
}

/** The person of a session. Refuses with SIGN_IN_REQUIRED when they have deleted their account just now. */
export async function readOwner(db: Database, userId: UserId) {
  const user = await findUser(db, userId)
  if (!user) throw new Refused({ code: "SIGN_IN_REQUIRED" })
  return user
}

export async function updateMe(db: Database, { userId }: Session, changes: UpdateMe): Promise<Me> {
  await setUser(db, userId, changes)
  return meOf(db, await readOwner(db, userId))
}

async function meOf(db: Database, user: Awaited<ReturnType<typeof readOwner>>): Promise<Me> {
  const { id: userId, ...person } = user
  return { userId, ...person, roles: ["user", ...(await listRoles(db, userId))] }
}
