import { announceChange } from "@podo/catalog/announce-change"
import { BookingId, EventId, PerformanceId } from "@podo/contract/ids"
import type { OutboxKind } from "@podo/db/outbox-kinds"
import {
  setOutboxDelayed,
  setOutboxDone,
  setOutboxDueAgain,
  takeDueOutbox,
} from "@podo/db/outbox.queries"
import type { Stores } from "@podo/db/stores"
import { inTransaction } from "@podo/db/transaction"
import { followPerformance } from "@podo/seating/follow-performance"
import { followRoom } from "@podo/waiting-room/follow-room"
import { cancelBookings, cancelBookingsOf } from "./cancel-bookings.ts"
import { findCancelledPerformanceOf } from "./cancelled-performance.queries.ts"
import { followBooking } from "./follow-booking.ts"

const ROWS_PER_TURN = 100
const ROWS_AT_ONCE = 8
/** Then the worker may pause, or end. */
const TURNS_MAX = 20

type Relayed = { done: number; delayed: number }

/**
 * Does what committed changes still ask for. Any number of relays may run at once: each takes other rows.
 * Returns how many were done and how many have to be tried again.
 */
export async function relayOutbox(stores: Stores): Promise<Relayed> {
  const relayed = { done: 0, delayed: 0 }
  for (let turn = 0; turn < TURNS_MAX; turn++) {
    const { done, delayed, isMoreDue } = await relayTurn(stores)
    relayed.done += done
    relayed.delayed += delayed
    if (!isMoreDue) break
  }
  return relayed
}

type Outcome = "done" | "more" | "failed"

async function relayTurn(stores: Stores): Promise<Relayed & { isMoreDue: boolean }> {
  const { db } = stores
  const { rows, takenUntil } = await inTransaction(db, (trx) => takeDueOutbox(trx, ROWS_PER_TURN))
  const ended: Record<Outcome, number[]> = { done: [], more: [], failed: [] }
  const next = rows.values()
  const relay = async () => {
    for (const { id, kind, subject } of next) ended[await attempt(stores, kind, subject)].push(id)
  }
  await Promise.all(Array.from({ length: ROWS_AT_ONCE }, relay))
  await setOutboxDone(db, { ids: ended.done, takenUntil })
  await setOutboxDueAgain(db, { ids: ended.more, takenUntil })
  await setOutboxDelayed(db, { ids: ended.failed, takenUntil })
  return {
    done: ended.done.length + ended.more.length,
    delayed: ended.failed.length,
    isMoreDue: rows.length === ROWS_PER_TURN || ended.more.length > 0,
  }
}

async function attempt(stores: Stores, kind: OutboxKind, subject: string): Promise<Outcome> {
  try {
    return (await follow(stores, kind, subject)) ? "done" : "more"
  } catch (error) {
    stores.onDefect(error, "relaying the outbox")
    return "failed"
  }
}

/** False when more of the same is left to do. */
async function follow(stores: Stores, kind: OutboxKind, subject: string): Promise<boolean> {
  switch (kind) {
    case "booking-confirmed":
      await followConfirmed(stores, BookingId.parse(subject))
      return true
    case "booking-cancelled":
      await followBooking(stores, BookingId.parse(subject))
      return true
    case "event-changed":
      await announceChange(stores, EventId.parse(subject))
      return true
    case "performance-changed":
      await followPerformance(stores, PerformanceId.parse(subject))
      await followRoom(stores, PerformanceId.parse(subject))
      return true
    case "performance-cancelled":
      return cancelBookingsOf(stores, PerformanceId.parse(subject))
  }
}

/** A booking that was being written while its performance was cancelled is cancelled as well. */
async function followConfirmed(stores: Stores, bookingId: BookingId) {
  const cancelled = await findCancelledPerformanceOf(stores.db, bookingId)
  if (cancelled) await cancelBookings(stores, cancelled.performanceId, [bookingId])
  await followBooking(stores, bookingId)
}
