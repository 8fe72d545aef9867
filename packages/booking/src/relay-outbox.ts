import { announceChange } from "@podo/catalog/announce-change"
import { BookingId, EventId, PerformanceId } from "@podo/contract/ids"
import type { Database } from "@podo/db/connect"
import type { OutboxKind } from "@podo/db/outbox-kinds"
import {
  setOutboxDelayed,
  setOutboxDone,
  setOutboxDueAgain,
  takeDueOutbox,
} from "@podo/db/outbox.queries"
import type { Stores } from "@podo/stores/stores"
import { inTransaction } from "@podo/db/transaction"
import { reconcilePerformance } from "@podo/seating/reconcile-performance"
import { reconcileRoom } from "@podo/waiting-room/reconcile-room"
import { cancelBookings, cancelBookingsOf } from "./cancel-bookings.ts"
import { listPerformancesOf } from "./bookings.queries.ts"
import { reconcileBooking, reconcileBookingsOf } from "./reconcile-booking.ts"

const ROWS_PER_TURN = 500
const SUBJECTS_AT_ONCE = 8
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

type Row = { id: number; kind: OutboxKind; subject: string }

async function relayTurn(stores: Stores): Promise<Relayed & { isMoreDue: boolean }> {
  const { db } = stores
  const { rows, takenUntil } = await inTransaction(db, (trx) => takeDueOutbox(trx, ROWS_PER_TURN))
  const ended: Record<Outcome, number[]> = { done: [], more: [], failed: [] }
  const next = worksOf(await performancesOf(db, rows), rows).values()
  const relay = async () => {
    for (const { ids, work } of next) ended[await attempt(stores, work)].push(...ids)
  }
  await Promise.all(Array.from({ length: SUBJECTS_AT_ONCE }, relay))
  await setOutboxDone(db, { ids: ended.done, takenUntil })
  await setOutboxDueAgain(db, { ids: ended.more, takenUntil })
  await setOutboxDelayed(db, { ids: ended.failed, takenUntil })
  return {
    done: ended.done.length + ended.more.length,
    delayed: ended.failed.length,
    isMoreDue: rows.length === ROWS_PER_TURN || ended.more.length > 0,
  }
}

/** The work that some rows ask for together. It says false when more of the same is left to do. */
type Work = { ids: number[]; work: (stores: Stores) => Promise<boolean> }

/** Where the bookings of some rows belong. A row that names no booking is none of them. */
async function performancesOf(db: Database, rows: Row[]) {
  const bookingIds = rows.flatMap(({ kind, subject }) =>
    isOfBooking(kind) ? (BookingId.safeParse(subject).data ?? []) : [],
  )
  const found = bookingIds.length > 0 ? await listPerformancesOf(db, bookingIds) : []
  return new Map(found.map((booking) => [String(booking.id), booking]))
}

const isOfBooking = (kind: OutboxKind) =>
  kind === "booking-confirmed" || kind === "booking-cancelled"

/** The bookings of one performance are one work, for they cost together little more than one of them. */
function worksOf(known: Awaited<ReturnType<typeof performancesOf>>, rows: Row[]): Work[] {
  const groups = Map.groupBy(rows, ({ id, kind, subject }) => {
    const booking = isOfBooking(kind) ? known.get(subject) : undefined
    return booking ? `${booking.performanceId} ${booking.isOff}` : id
  })
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    if (!first) return []
    const booking = known.get(first.subject)
    const ids = group.map(({ id }) => id)
    if (!booking) return { ids, work: (stores) => reconcile(stores, first) }
    const bookingIds = group.map(({ subject }) => BookingId.parse(subject))
    return { ids, work: (stores) => reconcileAll(stores, booking, bookingIds) }
  })
}

async function attempt(stores: Stores, work: Work["work"]): Promise<Outcome> {
  try {
    return (await work(stores)) ? "done" : "more"
  } catch (error) {
    stores.onDefect(error, "relaying the outbox")
    return "failed"
  }
}

/** False when more of the same is left to do. */
async function reconcile(stores: Stores, { kind, subject }: Row): Promise<boolean> {
  switch (kind) {
    case "booking-confirmed":
    case "booking-cancelled":
      // It cannot be seen yet, or there is none.
      await reconcileBooking(stores, BookingId.parse(subject))
      return true
    case "event-changed":
      await announceChange(stores, EventId.parse(subject))
      return true
    case "performance-changed":
      await reconcilePerformance(stores, PerformanceId.parse(subject))
      await reconcileRoom(stores, PerformanceId.parse(subject))
      return true
    case "performance-cancelled":
      return cancelBookingsOf(stores, PerformanceId.parse(subject))
  }
}

type OfPerformance = { performanceId: PerformanceId; isOff: boolean }

/** A booking that was being written while its performance was cancelled is cancelled as well. */
async function reconcileAll(
  stores: Stores,
  { performanceId, isOff }: OfPerformance,
  bookingIds: BookingId[],
): Promise<true> {
  if (isOff) await cancelBookings(stores, performanceId, bookingIds)
  await reconcileBookingsOf(stores, performanceId, bookingIds)
  return true
}
