import { insertAudit } from "../history/audit.queries.ts"
import { lockPerformance } from "@podo/catalog/performances.queries"
import { setTerms } from "../performances/desk-performances.queries.ts"
import { refuseProblems } from "../not-valid.ts"
import { readDeskEvent } from "../events/read-desk-event.ts"
import type { Organizer } from "../own-event.ts"
import { ownPerformance } from "../own-performance.ts"
import type { DeskEvent } from "@podo/contract/desk"
import type { PerformanceId } from "@podo/contract/ids"
import { Refused } from "@podo/contract/refusal"
import type { OfPerformance } from "@podo/contract/seating"
import { findNow } from "@podo/db/clock.queries"
import type { Transaction } from "@podo/db/connect"
import { insertOutbox } from "@podo/db/outbox.queries"
import type { Stores } from "@podo/stores/stores"
import { inTransaction } from "@podo/db/transaction"
import { tellChange } from "@podo/seating/reconcile-performance"
import { lockRoom, setRoomFacts } from "./desk-rooms.queries.ts"
import { tellRoom } from "./tell-room.ts"

/**
 * Opens a sale now, whatever time was told: who is in the lobby of its waiting room is in line from then on. One
 * that is open already stays as it is. Refuses with NOT_FOUND, NOT_ALLOWED, SALE_CLOSED, and NOT_VALID for a draft.
 */
export async function openSale(
  stores: Stores,
  organizer: Organizer,
  { performanceId }: OfPerformance,
): Promise<DeskEvent> {
  const { eventId, publishedAt } = await ownPerformance(stores.db, organizer, performanceId)
  const hasOpened = await inTransaction(stores.db, async (trx) => {
    const performance = await lockPerformance(trx, performanceId)
    if (!performance) throw new Refused({ code: "NOT_FOUND", what: "performance" })
    const { saleOpensAt, saleClosesAt, cancelledAt } = performance
    const now = await findNow(trx)
    if (cancelledAt || saleClosesAt <= now) throw new Refused({ code: "SALE_CLOSED" })
    if (!publishedAt) refuseProblems([{ path: "performanceId", problem: "not-published" }])
    if (saleOpensAt <= now) return false
    await setTerms(trx, performanceId, { saleOpensAt: now })
    const lobby = performance.waitingRoom ? await openLobby(trx, performanceId, now) : null
    await insertAudit(trx, {
      userId: organizer.userId,
      eventId,
      performanceId,
      action: "sale-opened",
      before: { saleOpensAt: saleOpensAt.toISOString(), ...lobby?.before },
      after: { saleOpensAt: now.toISOString(), ...lobby?.after },
    })
    await insertOutbox(trx, "performance-changed", performanceId)
    await insertOutbox(trx, "event-changed", eventId)
    return true
  })
  if (hasOpened) {
    await tellChange(stores, { performanceId, eventId })
    await tellRoom(stores, performanceId)
  }
  return readDeskEvent(stores, organizer, { eventId })
}

/** No lobby opens after its sale: one that is still to come is over at once. */
async function openLobby(trx: Transaction, performanceId: PerformanceId, now: Date) {
  const room = await lockRoom(trx, performanceId)
  if (!room || room.lobbyOpensAt <= now) return null
  await setRoomFacts(trx, performanceId, { lobbyOpensAt: now })
  return {
    before: { lobbyOpensAt: room.lobbyOpensAt.toISOString() },
    after: { lobbyOpensAt: now.toISOString() },
  }
}
