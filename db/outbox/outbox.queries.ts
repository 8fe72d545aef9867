import type { PerformanceId } from "@podo/contract/ids"
import { sql } from "kysely"
import { expression, insertRows, type Statement } from "../connection/batch-pool.ts"
import type { Database, Transaction } from "../connection/connect.ts"
import type { OutboxKind, OutboxSubjects } from "./kinds.ts"

/** Time for the request itself to do what the relay would do again. */
const GRACE_SECONDS = 2

/**
 * Asks for a transaction: what must follow is written together with its cause, or not at all.
 * An act that was done for an earlier cause of the same kind is to be done again.
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

/** The same as a statement of a batch, for a transaction of its own kind. */
export function outboxRows<Kind extends OutboxKind>(
  kind: Kind,
  subjects: OutboxSubjects[Kind][],
): Statement {
  const availableAt = expression(`NOW(3) + INTERVAL ${GRACE_SECONDS} SECOND`)
  return insertRows(
    "outbox",
    subjects.map((subject) => ({ kind, subject, availableAt })),
    "ON DUPLICATE KEY UPDATE available_at = VALUES(available_at), attempts = 0, done_at = NULL",
  )
}

/**
 * An act that was asked for is done already, by the process that committed it. Not where the performance has been cancelled: then the
 * relay has to look.
 */
export const setOutboxDoneAtOnce = (
  kind: OutboxKind,
  subjects: string[],
  performanceId: PerformanceId,
): Statement => ({
  sql: `UPDATE outbox SET done_at = NOW(3), attempts = attempts + 1
        WHERE kind = ? AND subject IN (?) AND done_at IS NULL
          AND NOT EXISTS (SELECT id FROM performance WHERE id = ? AND cancelled_at IS NOT NULL)`,
  values: [kind, subjects, performanceId],
})

/** Longer than it takes to do what was taken. If not, it is done twice, which is harmless. */
const LEASE_SECONDS = 30

/**
 * Takes what is due, past what another relay has taken. Nothing stays locked while it is done: whoever at the
 * desk asks for the same again meanwhile does not wait, and it is done again. A row that a dead relay had taken is
 * due again when its time is over.
 */
export async function takeDueOutbox(trx: Transaction, rowsMax: number) {
  const rows = await trx
    .selectFrom("outbox")
    .where("doneAt", "is", null)
    .where("availableAt", "<=", sql<Date>`NOW(3)`)
    .select(["id", "kind", "subject", sql<Date>`NOW(3)`.as("now")])
    .orderBy("availableAt")
    .limit(rowsMax)
    .forUpdate()
    .skipLocked()
    .execute()
  const now = rows[0]?.now ?? new Date()
  const takenUntil = new Date(now.getTime() + LEASE_SECONDS * 1_000)
  const ids = rows.map(({ id }) => id)
  if (ids.length > 0) {
    const taken = trx.updateTable("outbox").where("id", "in", ids)
    await taken.set({ availableAt: takenUntil }).execute()
  }
  return { rows, takenUntil }
}

type Taken = { ids: number[]; takenUntil: Date }

/** Those that are still as they were taken: what was asked for again since then is to be done again. */
const updateTaken = (db: Database, { ids, takenUntil }: Taken) =>
  db.updateTable("outbox").where("id", "in", ids).where("availableAt", "=", takenUntil)

export async function setOutboxDone(db: Database, taken: Taken) {
  if (taken.ids.length === 0) return
  await updateTaken(db, taken)
    .set({ doneAt: sql<Date>`NOW(3)`, attempts: sql`attempts + 1` })
    .execute()
}

/** Work that is done a part at a time goes on at once, behind what else is due. */
export async function setOutboxDueAgain(db: Database, taken: Taken) {
  if (taken.ids.length === 0) return
  await updateTaken(db, taken)
    .set({ availableAt: sql<Date>`NOW(3)`, attempts: 0 })
    .execute()
}

/** Tries again later: after 1 s, 2 s, 4 s … up to about a quarter of an hour. */
export async function setOutboxDelayed(db: Database, taken: Taken) {
  if (taken.ids.length === 0) return
  await updateTaken(db, taken)
    .set({
      availableAt: sql<Date>`NOW(3) + INTERVAL POW(2, LEAST(attempts, 10)) SECOND`,
      attempts: sql`attempts + 1`,
    })
    .execute()
}

/** Longer than any relay has a row in its hands: it may find it done by another. */
const DONE_KEPT_MINUTES = 10
const ROWS_PER_DELETE_MAX = 10_000

/** Deletes the rows that were done a while ago, all of them: they go as fast as they come. */
export async function deleteDoneOutbox(db: Database) {
  for (;;) {
    const { numDeletedRows } = await db
      .deleteFrom("outbox")
      .where("doneAt", "<", sql<Date>`NOW(3) - INTERVAL ${sql.lit(DONE_KEPT_MINUTES)} MINUTE`)
      .limit(ROWS_PER_DELETE_MAX)
      .executeTakeFirstOrThrow()
    if (numDeletedRows < ROWS_PER_DELETE_MAX) return
  }
}
