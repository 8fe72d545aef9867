import { insertAudit } from "../history/audit.queries.ts"
import { lockEvent, setSpan } from "../events/desk-events.queries.ts"
import { lockPerformance } from "@podo/catalog/performances.queries"
import type { Organizer } from "../own-event.ts"
import { ownPerformance } from "../own-performance.ts"
import type { CancelledPerformance } from "@podo/contract/desk-sale"
import { Refused } from "@podo/contract/refusal"
import type { OfPerformance } from "@podo/contract/seating"
import { insertOutbox } from "@podo/db/outbox.queries"
import { findNow } from "@podo/db/clock.queries"
import type { Stores } from "@podo/stores/stores"
import { inTransaction } from "@podo/db/transaction"
import { tellChange } from "@podo/seating/reconcile-performance"
import { setPerformanceCancelled } from "../sale/performance-changes.queries.ts"
import { cancelBookingsOf } from "@podo/booking/cancel-bookings"
import { countConfirmed } from "../sale/sale.queries.ts"

/**
 * Calls a performance off: its sale is over at once, and its bookings are cancelled in the background, however
 * many there are. Refuses with NOT_FOUND, NOT_ALLOWED or ALREADY_CANCELLED.
 */
export async function cancelPerformance(
  stores: Stores,
  organizer: Organizer,
  { performanceId }: OfPerformance,
): Promise<CancelledPerformance> {
  const { eventId } = await ownPerformance(stores.db, organizer, performanceId)
  const bookings = await inTransaction(stores.db, async (trx) => {
    await lockEvent(trx, eventId)
    const performance = await lockPerformance(trx, performanceId)
    if (!performance) throw new Refused({ code: "NOT_FOUND", what: "performance" })
    if (performance.cancelledAt) throw new Refused({ code: "ALREADY_CANCELLED" })
    const cancelledAt = await findNow(trx)
    await setPerformanceCancelled(trx, performanceId, cancelledAt)
    await setSpan(trx, eventId)
    await insertAudit(trx, {
      userId: organizer.userId,
      eventId,
      performanceId,
      action: "performance-cancelled",
      before: { cancelledAt: null },
      after: { cancelledAt: cancelledAt.toISOString() },
    })
    await insertOutbox(trx, "performance-cancelled", performanceId)
    await insertOutbox(trx, "performance-changed", performanceId)
    await insertOutbox(trx, "event-changed", eventId)
    return countConfirmed(trx, performanceId)
  })
  await tellChange(stores, { performanceId, eventId })
  // The first of them now, which are all of them in a small house; the outbox goes on with the others.
  await cancelBookingsOf(stores, performanceId).catch((error: unknown) =>
    stores.onDefect(error, "cancelling the bookings of a performance"),
  )
  return { performanceId, bookings }
}
