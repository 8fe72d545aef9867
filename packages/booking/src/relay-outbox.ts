import { announceChange } from "@podo/catalog/announce-change"
import { BookingId, EventId, PerformanceId } from "@podo/contract/ids"
import type { OutboxKind } from "@podo/db/outbox-kinds"
import { followPerformance } from "@podo/seating/follow-performance"
import { cancelBookingsOf } from "./cancel-performance.ts"
import type { Stores } from "@podo/db/stores"
import { inTransaction } from "@podo/db/transaction"
import { followBooking } from "./follow-booking.ts"
import { lockDueOutbox, setOutboxDelayed, setOutboxDone } from "@podo/db/outbox.queries"

const ROWS_PER_RELAY_MAX = 100

/**
 * Does what committed bookings and cancellations still ask for. Any number of relays may run at once:
 * each takes other rows. Returns how many were done and how many have to be tried again.
 */
export async function relayOutbox(stores: Stores): Promise<{ done: number; delayed: number }> {
  return inTransaction(stores.db, async (trx) => {
    const rows = await lockDueOutbox(trx, ROWS_PER_RELAY_MAX)
    const done: number[] = []
    const delayed: number[] = []
    for (const { id, kind, subject } of rows) {
      try {
        await follow(stores, kind, subject)
        done.push(id)
      } catch (error) {
        stores.onDefect(error, "relaying the outbox")
        delayed.push(id)
      }
    }
    await setOutboxDone(trx, done)
    await setOutboxDelayed(trx, delayed)
    return { done: done.length, delayed: delayed.length }
  })
}

async function follow(stores: Stores, kind: OutboxKind, subject: string): Promise<void> {
  switch (kind) {
    case "booking-confirmed":
    case "booking-cancelled":
      await followBooking(stores, BookingId.parse(subject))
      return
    case "event-changed":
      await announceChange(stores, EventId.parse(subject))
      return
    case "performance-changed":
      await followPerformance(stores, PerformanceId.parse(subject))
      return
    case "performance-cancelled":
      await cancelBookingsOf(stores, PerformanceId.parse(subject))
  }
}
