import type { Position } from "@podo/contract/cursor"
import type { AuditAction, AuditFacts } from "@podo/contract/desk"
import { AuditId, type EventId, type PerformanceId, type UserId } from "@podo/contract/ids"
import type { Database, Transaction } from "@podo/db/connect"
import { sql, type SqlBool } from "kysely"

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

/** The history of an event, the last change first; one row more than asked for when there is a next page. */
export async function listAuditRows(
  db: Database,
  { eventId, cursor, limit }: { eventId: EventId; cursor?: Position | undefined; limit: number },
) {
  const [atMs, id] = cursor ?? []
  return db
    .selectFrom("audit")
    .leftJoin("user", "user.id", "audit.userId")
    .where("audit.eventId", "=", eventId)
    .$if(cursor !== undefined, (list) =>
      list.where(sql<SqlBool>`(audit.at, audit.id) < (${new Date(atMs ?? 0)}, ${id})`),
    )
    .selectAll("audit")
    .select("user.name as who")
    .orderBy("audit.at", "desc")
    .orderBy("audit.id", "desc")
    .limit(limit + 1)
    .execute()
}

/** MariaDB hands JSON over as text, MySQL as a value. */
export const auditFactsOf = (json: AuditFacts | string | null): AuditFacts | null =>
  typeof json === "string" ? (JSON.parse(json) as AuditFacts) : json
