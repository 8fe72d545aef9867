import { Email, type GrantedRole, type Role } from "@podo/contract/account"
import type { Database } from "@podo/db/connect"
import { deleteRole, insertRole, listRoles } from "./roles.queries.ts"
import { findUserByEmail } from "./users.queries.ts"

/** Makes somebody an organizer or an admin, or no longer; null when nobody has this e-mail. Counts at once. */
export async function grantRole(
  db: Database,
  { email, role, revoke }: { email: string; role: GrantedRole; revoke: boolean },
): Promise<Role[] | null> {
  const known = Email.safeParse(email)
  const user = known.success ? await findUserByEmail(db, known.data) : undefined
  if (!user) return null
  if (revoke) await deleteRole(db, user.id, role)
  else await insertRole(db, user.id, role)
  return ["user", ...(await listRoles(db, user.id))]
}
