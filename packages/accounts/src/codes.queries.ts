import type { CodePurpose } from "@podo/contract/account"
import type { CodeId } from "@podo/contract/ids"
import type { Database, Transaction } from "@podo/db/connect"
import type { Schema } from "@podo/db/schema"
import type { Insertable, Selectable } from "kysely"

export type CodeRow = Selectable<Schema["emailCode"]>

/** The purpose of a code, and whose it is; `userId` is null where the e-mail has no account. */
export type CodeFor = Pick<CodeRow, "purpose" | "email" | "userId">

/** A code that is asked for: a sign-up brings the name and the password along. */
export type CodeWish = CodeFor &
  Pick<CodeRow, "language"> &
  Partial<Pick<CodeRow, "name" | "password">>

export async function insertCode(db: Database, code: Insertable<Schema["emailCode"]>) {
  await db.insertInto("emailCode").values(code).execute()
}

export async function findCode(db: Database, id: CodeId): Promise<CodeRow | undefined> {
  return db.selectFrom("emailCode").where("id", "=", id).selectAll().executeTakeFirst()
}

/** A new secret for the same purpose, with all tries. False when there is no such code any more. */
export async function renewCode(
  db: Database,
  { id, codeHash, expiresAt }: Pick<CodeRow, "id" | "codeHash" | "expiresAt">,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("emailCode")
    .set({ codeHash, expiresAt, tries: 0 })
    .where("id", "=", id)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Counts a try before it is looked at, so that tries in parallel count as well. False when none is left. */
export async function chargeTry(
  db: Database,
  code: { id: CodeId; purpose: CodePurpose; triesMax: number; now: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("emailCode")
    .set((row) => ({ tries: row("tries", "+", 1) }))
    .where("id", "=", code.id)
    .where("purpose", "=", code.purpose)
    .where("tries", "<", code.triesMax)
    .where("expiresAt", ">", code.now)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Asks for a transaction: a code is used up together with what it does, or not at all. */
export async function deleteCode(trx: Transaction, { id, codeHash }: CodeRow): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom("emailCode")
    .where("id", "=", id)
    .where("codeHash", "=", codeHash)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

export async function deleteCodesTo(trx: Transaction, email: string) {
  await trx.deleteFrom("emailCode").where("email", "=", email).execute()
}

export async function deleteExpiredCodes(db: Database, before: Date) {
  await db.deleteFrom("emailCode").where("expiresAt", "<", before).execute()
}
