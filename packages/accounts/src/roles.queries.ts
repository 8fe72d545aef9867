import { Role } from "@podo/contract/account"
import type { UserId } from "@podo/contract/ids"
import type { Database } from "@podo/db/connect"

export async function listRoles(db: Database, userId: UserId): Promise<Role[]> {
  const rows = await db.selectFrom("userRole").where("userId", "=", userId).select("role").execute()
  return rows.map(({ role }) => Role.parse(role))
}
