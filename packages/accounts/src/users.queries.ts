import type { Language } from "@podo/contract/account"
import type { UserId } from "@podo/contract/ids"
import type { Database, Transaction } from "@podo/db/connect"

export async function findUser(db: Database, userId: UserId) {
  return db
    .selectFrom("user")
    .where("id", "=", userId)
    .select(["id", "name", "email", "language"])
    .executeTakeFirst()
}

export async function findUserByEmail(db: Database, email: string) {
  return db
    .selectFrom("user")
    .where("email", "=", email)
    .select(["id", "name", "email", "language"])
    .executeTakeFirst()
}

type NewUser = { id: UserId; name: string; email: string; language: Language }

/** Only with a proved e-mail: there are no others. */
export async function insertUser(trx: Transaction, user: NewUser) {
  const now = new Date()
  await trx
    .insertInto("user")
    .values({ ...user, emailVerified: true, createdAt: now, updatedAt: now })
    .execute()
}

export async function setUser(
  db: Database,
  userId: UserId,
  changes: { name?: string | undefined; language?: Language | undefined },
) {
  await db
    .updateTable("user")
    .set({ ...changes, updatedAt: new Date() })
    .where("id", "=", userId)
    .execute()
}

export async function setEmailVerified(trx: Transaction, userId: UserId) {
  await trx.updateTable("user").set({ emailVerified: true }).where("id", "=", userId).execute()
}

/** Sessions, ways to sign in, roles and codes go with it. */
export async function deleteUser(trx: Transaction, userId: UserId) {
  await trx.deleteFrom("user").where("id", "=", userId).execute()
}

export async function countEventsOf(db: Database, userId: UserId): Promise<number> {
  const { events } = await db
    .selectFrom("event")
    .where("organizerId", "=", userId)
    .select((row) => row.fn.countAll<number>().as("events"))
    .executeTakeFirstOrThrow()
  return events
}
