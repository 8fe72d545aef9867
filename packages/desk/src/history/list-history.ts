import { cursorOf } from "@podo/contract/cursor"
import type { History, ListHistory } from "@podo/contract/desk"
import type { Stores } from "@podo/stores/stores"
import { type Organizer, ownEvent } from "../own-event.ts"
import { auditFactsOf, listAuditRows } from "./audit.queries.ts"

/** The changes of an event and their authors, the last change first. Refuses with NOT_FOUND and NOT_ALLOWED. */
export async function listHistory(
  { db }: Stores,
  organizer: Organizer,
  input: ListHistory,
): Promise<History> {
  await ownEvent(db, organizer, input.eventId)
  const rows = await listAuditRows(db, input)
  const page = rows.slice(0, input.limit)
  const last = page.at(-1)
  return {
    entries: page.map(({ id, at, who, action, performanceId, beforeChange, afterChange }) => ({
      auditId: id,
      at: at.toISOString(),
      who,
      action,
      performanceId,
      before: auditFactsOf(beforeChange),
      after: auditFactsOf(afterChange),
    })),
    nextCursor: last && rows.length > page.length ? cursorOf([last.at.getTime(), last.id]) : null,
  }
}
