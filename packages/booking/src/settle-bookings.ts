import type { PerformanceId } from "@podo/contract/ids"
import { batchWriter } from "@podo/db/batch-writer"
import type { Stores } from "@podo/db/stores"
import type { Redis } from "@podo/redis/connect"
import { tellPerson } from "@podo/redis/person-news"
import { type Settling, settleConfirms } from "@podo/seating/settle-confirm"
import { followBooking } from "./follow-booking.ts"

type Committed = Settling & { performanceId: PerformanceId }

const BOOKINGS_PER_BATCH = 256

const settlers = new WeakMap<Redis, (booking: Committed) => Promise<boolean>>()

/**
 * Tells Redis and its buyer of a booking that is committed, in one step with others of this moment. It stands
 * whatever happens here: what Redis misses now, the outbox tells it later. Never fails.
 */
export async function settleBooking(stores: Stores, booking: Committed): Promise<void> {
  try {
    const [wasHeld] = await Promise.all([
      settlerOf(stores)(booking),
      tellPerson(stores.redis, booking.userId, { news: "bookings-changed" }),
    ])
    if (!wasHeld) await followBooking(stores, booking.bookingId)
  } catch (error) {
    stores.onDefect(error, "settling a booking")
  }
}

function settlerOf({ redis }: Stores) {
  const settler =
    settlers.get(redis) ??
    batchWriter<Committed, boolean>({
      write: (bookings) => settleTogether(redis, bookings),
      laneOf: ({ performanceId }) => performanceId,
      itemsMax: BOOKINGS_PER_BATCH,
    })
  settlers.set(redis, settler)
  return settler
}

async function settleTogether(redis: Redis, bookings: Committed[]): Promise<boolean[]> {
  const [first] = bookings
  return first ? settleConfirms({ redis }, first.performanceId, bookings) : []
}
