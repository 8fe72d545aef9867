import type { AuditAction, AuditFacts } from "@podo/contract/desk"
import { AuditId, type EventId, type PerformanceId, type UserId } from "@podo/contract/ids"
import type { Transaction } from "@podo/db/connect"
import { sql } from "kysely"

export type Audited = {
  userId: UserId
  eventId: EventId | null
  performanceId?: PerformanceId
  action: AuditAction
  before?: AuditFacts
  after?: AuditFacts
}

/** Asks for a transaction: what is changed and who changed it are written together, or not at all. */
export async function insertAudit(trx: Transaction, audited: Audited) {
  const { before, after, performanceId = null, ...facts } = audited
  await trx
    .insertInto("audit")
    .values({
      id: AuditId.parse(Bun.randomUUIDv7()),
      ...facts,
      performanceId,
      beforeChange: before ? JSON.stringify(before) : null,
      afterChange: after ? JSON.stringify(after) : null,
      at: sql<Date>`NOW(3)`,
    })
    .execute()
}
