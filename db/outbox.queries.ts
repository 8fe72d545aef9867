import { sql } from "kysely"
import type { Database, Transaction } from "./connect.ts"
import type { OutboxKind, OutboxSubjects } from "./outbox-kinds.ts"

/** Time for the request itself to do what the relay would do again. */
const GRACE_SECONDS = 2

/**
 * Asks for a transaction: what must follow is written together with its cause, or not at all.
 * What was done for an earlier cause of the same kind is to be done again.
 */
export async function insertOutbox<Kind extends OutboxKind>(
  trx: Transaction,
  kind: Kind,
  ...subjects: OutboxSubjects[Kind][]
) {
  if (subjects.length === 0) return
  const availableAt = sql<Date>`NOW(3) + INTERVAL ${sql.lit(GRACE_SECONDS)} SECOND`
  await trx
    .insertInto("outbox")
    .values(subjects.map((subject) => ({ kind, subject, availableAt })))
    .onDuplicateKeyUpdate({ availableAt, attempts: 0, doneAt: null })
    .execute()
}

/** Takes what is due, past what another relay has taken. The rows stay locked until the transaction ends. */
export async function lockDueOutbox(trx: Transaction, rowsMax: number) {
  return trx
    .selectFrom("outbox")
    .where("doneAt", "is", null)
    .where("availableAt", "<=", sql<Date>`NOW(3)`)
    .select(["id", "kind", "subject", "attempts"])
    .orderBy("availableAt")
    .limit(rowsMax)
    .forUpdate()
    .skipLocked()
    .execute()
}

export async function setOutboxDone(trx: Transaction, ids: number[]) {
  if (ids.length === 0) return
  await trx
    .updateTable("outbox")
    .where("id", "in", ids)
    .set({ doneAt: sql<Date>`NOW(3)`, attempts: sql`attempts + 1` })
    .execute()
}

/** What is done a part at a time goes on at once, behind what else is due. */
export async function setOutboxDueAgain(trx: Transaction, ids: number[]) {
  if (ids.length === 0) return
  await trx
    .updateTable("outbox")
    .where("id", "in", ids)
    .set({ availableAt: sql<Date>`NOW(3)`, attempts: 0 })
    .execute()
}

/** Tries again later: after 1 s, 2 s, 4 s … up to about a quarter of an hour. */
export async function setOutboxDelayed(trx: Transaction, ids: number[]) {
  if (ids.length === 0) return
  await trx
    .updateTable("outbox")
    .where("id", "in", ids)
    .set({
      availableAt: sql<Date>`NOW(3) + INTERVAL POW(2, LEAST(attempts, 10)) SECOND`,
      attempts: sql`attempts + 1`,
    })
    .execute()
}

const DONE_KEPT_DAYS = 7
const ROWS_PER_DELETE_MAX = 10_000

/** What was done a week ago is of no use to anybody. */
export async function deleteDoneOutbox(db: Database) {
  await db
    .deleteFrom("outbox")
    .where("doneAt", "<", sql<Date>`NOW(3) - INTERVAL ${sql.lit(DONE_KEPT_DAYS)} DAY`)
    .limit(ROWS_PER_DELETE_MAX)
    .execute()
}
