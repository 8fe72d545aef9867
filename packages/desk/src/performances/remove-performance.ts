import type { OfPerformance } from "@podo/contract/seating"
import { Refused } from "@podo/contract/refusal"
import { findNow } from "@podo/db/clock.queries"
import type { Transaction } from "@podo/db/connect"
import { insertOutbox } from "@podo/db/outbox.queries"
import type { Stores } from "@podo/stores/stores"
import { inTransaction } from "@podo/db/transaction"
import type { Organizer } from "../own-event.ts"
import { ownPerformance } from "../own-performance.ts"
import { insertAudit } from "../history/audit.queries.ts"
import { lockEvent, setSpan } from "../events/desk-events.queries.ts"
import { lockPerformance } from "@podo/catalog/performances.queries"
import {
  countBookingsEver,
  deletePerformances,
  listPerformanceRows,
  type PerformanceRow,
} from "./desk-performances.queries.ts"
import { refuseProblems } from "../not-valid.ts"
import { isNearlyOpen } from "./terms-facts.ts"
import { tellOfChange } from "../events/tell-of-change.ts"

/**
 * Removes a performance that nobody has booked: any of a draft, and of a public event one whose sale has not
 * opened, unless it is the last to come. Once the sale is open people hold places, and it can only be cancelled.
 * Refuses with NOT_FOUND, NOT_ALLOWED, HAS_BOOKINGS and NOT_VALID.
 */
export async function removePerformance(
  stores: Stores,
  organizer: Organizer,
  { performanceId }: OfPerformance,
): Promise<Record<string, never>> {
  const eventId = await inTransaction(stores.db, async (trx) => {
    const { eventId: of } = await ownPerformance(trx, organizer, performanceId)
    const event = await lockEvent(trx, of)
    const performance = await lockPerformance(trx, performanceId)
    if (!event || !performance) throw new Refused({ code: "NOT_FOUND", what: "performance" })
    const bookings = await countBookingsEver(trx, performanceId)
    if (bookings > 0) throw new Refused({ code: "HAS_BOOKINGS", bookings })
    if (event.publishedAt) await refuseNeeded(trx, performance)
    await deletePerformances(trx, [performanceId])
    await setSpan(trx, of)
    await insertAudit(trx, {
      userId: organizer.userId,
      eventId: of,
      performanceId,
      action: "performance-removed",
      before: { startsAt: performance.startsAt.toISOString(), capacity: performance.capacity },
    })
    await insertOutbox(trx, "event-changed", of)
    // Redis may have loaded it, and then it forgets it.
    if (event.publishedAt) await insertOutbox(trx, "performance-changed", performanceId)
    return of
  })
  await tellOfChange(stores, eventId)
  return {}
}

/** A public event keeps its dates, and one performance at least. */
async function refuseNeeded(
  trx: Transaction,
  performance: Pick<PerformanceRow, "id" | "eventId" | "saleOpensAt" | "cancelledAt">,
) {
  if (isNearlyOpen(performance, await findNow(trx))) {
    refuseProblems([{ path: "performanceId", problem: "fixed-since-sale-opened" }])
  }
  const all = await listPerformanceRows(trx, [performance.eventId])
  const others = all.filter(({ id, cancelledAt }) => id !== performance.id && !cancelledAt)
  if (others.length === 0) refuseProblems([{ path: "performanceId", problem: "last-performance" }])
}
