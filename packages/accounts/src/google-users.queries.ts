import type { UserId } from "@podo/contract/ids"
import type { Transaction } from "@podo/db/connect"

const GOOGLE = "google"

export async function findUserAtGoogle(trx: Transaction, subject: string) {
  return trx
    .selectFrom("account")
    .innerJoin("user", "user.id", "account.userId")
    .where("account.providerId", "=", GOOGLE)
    .where("account.accountId", "=", subject)
    .select(["user.id", "user.emailVerified"])
    .executeTakeFirst()
}

/** Locked, so that it is still there when it is linked. */
export async function lockUserByEmail(trx: Transaction, email: string) {
  return trx
    .selectFrom("user")
    .where("email", "=", email)
    .select(["id", "email", "emailVerified"])
    .forUpdate()
    .executeTakeFirst()
}

/** Only who it is: there is nothing that we would ask Google for later, so no token is kept. */
export async function insertUserAtGoogle(trx: Transaction, userId: UserId, subject: string) {
  const now = new Date()
  await trx
    .insertInto("account")
    .values({
      id: Bun.randomUUIDv7(),
      userId,
      providerId: GOOGLE,
      accountId: subject,
      createdAt: now,
      updatedAt: now,
    })
    .execute()
}
