import { type GrantedRole, Role } from "@podo/contract/account"
import type { UserId } from "@podo/contract/ids"
import type { Database } from "@podo/db/connect"

export async function listRoles(db: Database, userId: UserId): Promise<Role[]> {
  const rows = await db.selectFrom("userRole").where("userId", "=", userId).select("role").execute()
  return rows.map(({ role }) => Role.parse(role))
}

/** Again is as good as once. */
export async function insertRole(db: Database, userId: UserId, role: GrantedRole) {
  await db.insertInto("userRole").ignore().values({ userId, role, createdAt: new Date() }).execute()
}

export async function deleteRole(db: Database, userId: UserId, role: GrantedRole) {
  await db.deleteFrom("userRole").where("userId", "=", userId).where("role", "=", role).execute()
}
