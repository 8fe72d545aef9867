import type { UserId } from "@podo/contract/ids"
import type { Database, Transaction } from "@podo/db/connect"

// As the library names the way in that is a password.
const PASSWORD = "credential"

/** Its hash, by the e-mail of the account. */
export async function findPassword(db: Database, email: string): Promise<string | null> {
  const row = await db
    .selectFrom("account")
    .innerJoin("user", "user.id", "account.userId")
    .where("user.email", "=", email)
    .where("account.providerId", "=", PASSWORD)
    .select("account.password")
    .executeTakeFirst()
  return row?.password ?? null
}

/** The hash of a person's first password, or of the one that takes its place. */
export async function setPasswordOf(trx: Transaction, userId: UserId, password: string) {
  const now = new Date()
  await trx
    .insertInto("account")
    .values({
      id: Bun.randomUUIDv7(),
      userId,
      providerId: PASSWORD,
      accountId: userId,
      password,
      createdAt: now,
      updatedAt: now,
    })
    .onDuplicateKeyUpdate({ password, updatedAt: now })
    .execute()
}

/** Another hash of the same password, unless it was changed meanwhile. */
export async function renewPassword(
  db: Database,
  userId: UserId,
  { from, to }: { from: string; to: string },
) {
  await db
    .updateTable("account")
    .where("userId", "=", userId)
    .where("providerId", "=", PASSWORD)
    .where("password", "=", from)
    .set({ password: to })
    .execute()
}
