import type { Me } from "@podo/contract/account"
import { UserId } from "@podo/contract/ids"
import type { Database } from "@podo/db/connect"
import type { Auth } from "./auth.ts"
import { listRoles } from "./roles.queries.ts"

/** Who is asking, by their cookie or bearer token; null when nobody is signed in. */
export async function findSession(auth: Auth, headers: Headers) {
  const session = await auth.api.getSession({ headers })
  if (!session) return null
  const { id, name, email } = session.user
  return { userId: UserId.parse(id), name, email }
}
export type Session = NonNullable<Awaited<ReturnType<typeof findSession>>>

export async function readMe(db: Database, session: Session | null): Promise<Me | null> {
  if (!session) return null
  const roles = await listRoles(db, session.userId)
  return { ...session, roles: ["user", ...roles] }
}
