import type { PerformanceId } from "@podo/contract/ids"
import { batchWriter } from "@podo/stores/batch-writer"
import type { Stores } from "@podo/stores/stores"
import type { Redis } from "@podo/redis/connect"
import { tellPeople } from "@podo/redis/person-news"
import { type Settling, settleConfirms } from "@podo/seating/settle-confirm"
import { reconcileBooking } from "./reconcile-booking.ts"
import { noteSettledSoon } from "./note-settled.ts"

type Committed = Settling & { performanceId: PerformanceId }

const BOOKINGS_PER_BATCH = 256

const settlers = new WeakMap<Redis, (booking: Committed) => Promise<boolean>>()

/**
 * Tells Redis and its buyer of a booking that is committed, in one step with others of this moment. It stands
 * whatever happens here: what Redis misses now, the outbox tells it later. Never fails.
 */
export async function settleBooking(stores: Stores, booking: Committed): Promise<void> {
  try {
    const wasHeld = await settlerOf(stores)(booking)
    if (!wasHeld) await reconcileBooking(stores, booking.bookingId)
  } catch (error) {
    stores.onDefect(error, "settling a booking")
  }
}

function settlerOf({ redis, batches }: Stores) {
  const settler =
    settlers.get(redis) ??
    batchWriter<Committed, boolean>({
      write: (bookings) => settleTogether({ redis, batches }, bookings),
      laneOf: ({ performanceId }) => performanceId,
      itemsMax: BOOKINGS_PER_BATCH,
    })
  settlers.set(redis, settler)
  return settler
}

async function settleTogether(stores: Told, bookings: Committed[]): Promise<boolean[]> {
  const [first] = bookings
  if (!first) return []
  const { performanceId } = first
  const buyers = bookings.map(({ userId }) => userId)
  const [wereHeld] = await Promise.all([
    settleConfirms(stores, performanceId, bookings),
    tellPeople(stores.redis, buyers, { news: "bookings-changed" }),
  ])
  const settled = bookings.flatMap(({ bookingId }, index) => (wereHeld[index] ? [bookingId] : []))
  noteSettledSoon(stores.batches, performanceId, settled)
  return wereHeld
}

type Told = Pick<Stores, "redis" | "batches">
