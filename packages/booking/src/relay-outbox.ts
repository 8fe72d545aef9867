import { BookingId } from "@podo/contract/ids"
import type { Stores } from "@podo/db/stores"
import { inTransaction } from "@podo/db/transaction"
import { followBooking } from "./follow-booking.ts"
import { lockDueOutbox, setOutboxDelayed, setOutboxDone } from "./outbox.queries.ts"

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
    for (const { id, subject } of rows) {
      try {
        await followBooking(stores, BookingId.parse(subject))
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
