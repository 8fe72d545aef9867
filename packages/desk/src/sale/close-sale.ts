import { insertAudit } from "../history/audit.queries.ts"
import { lockPerformance } from "@podo/catalog/performances.queries"
import { readDeskEvent } from "../events/read-desk-event.ts"
import type { Organizer } from "../own-event.ts"
import { ownPerformance } from "../own-performance.ts"
import type { DeskEvent } from "@podo/contract/desk"
import { Refused } from "@podo/contract/refusal"
import type { OfPerformance } from "@podo/contract/seating"
import { findNow } from "@podo/db/clock.queries"
import type { Stores } from "@podo/stores/stores"
import { insertOutbox } from "@podo/db/outbox.queries"
import { inTransaction } from "@podo/db/transaction"
import { tellChange } from "@podo/seating/reconcile-performance"
import { setSaleClosesAt } from "./performance-changes.queries.ts"

/**
 * Ends a sale now: nobody claims any more, and who holds places already may still book them.
 * Refuses with NOT_FOUND, NOT_ALLOWED, SALE_NOT_OPEN or SALE_CLOSED.
 */
export async function closeSale(
  stores: Stores,
  organizer: Organizer,
  { performanceId }: OfPerformance,
): Promise<DeskEvent> {
  const { eventId, publishedAt } = await ownPerformance(stores.db, organizer, performanceId)
  await inTransaction(stores.db, async (trx) => {
    const performance = await lockPerformance(trx, performanceId)
    if (!performance) throw new Refused({ code: "NOT_FOUND", what: "performance" })
    const { saleOpensAt, saleClosesAt, cancelledAt } = performance
    const now = await findNow(trx)
    if (cancelledAt || saleClosesAt <= now) throw new Refused({ code: "SALE_CLOSED" })
    if (!publishedAt || saleOpensAt >= now) {
      throw new Refused({ code: "SALE_NOT_OPEN", opensAt: saleOpensAt.toISOString() })
    }
    await setSaleClosesAt(trx, performanceId, now)
    await insertAudit(trx, {
      userId: organizer.userId,
      eventId,
      performanceId,
      action: "sale-closed",
      before: { saleClosesAt: saleClosesAt.toISOString() },
      after: { saleClosesAt: now.toISOString() },
    })
    await insertOutbox(trx, "performance-changed", performanceId)
    await insertOutbox(trx, "event-changed", eventId)
  })
  await tellChange(stores, { performanceId, eventId })
  return readDeskEvent(stores, organizer, { eventId })
}
