import type { BookingId } from "@podo/contract/ids"
import { inBatchTransaction } from "@podo/db/batch-pool"
import { batchWriter } from "@podo/db/batch-writer"
import { isCheckFailed, isDuplicate } from "@podo/db/errors"
import type { Pool } from "@podo/db/pool"
import type { Stores } from "@podo/db/stores"
import {
  type BookingToWrite,
  insertBookings,
  lockBookingOf,
  readSale,
  type SaleSeen,
} from "./write-bookings.queries.ts"

/** What became of a booking in MySQL. Only the first is written now. */
export type Written =
  | { code: "WRITTEN"; bookedAt: Date }
  /** A booking of this id is there already: this one, sent again, or somebody else's. */
  | { code: "BOOKED_BEFORE" }
  | { code: "PLACES_TAKEN" }
  | { code: "LIMIT_REACHED" }
  /** The sale has other terms by now: of this version. */
  | { code: "OLD_TERMS"; version: number }
  | { code: "SALE_CLOSED" }

/** The statements of so many bookings of 8 places are some 50 kB. */
const BOOKINGS_PER_BATCH = 64

const writers = new WeakMap<Pool, (booking: BookingToWrite) => Promise<Written>>()

/**
 * Writes a booking, in one transaction with others of its performance that wait in this process. Fails, with nothing said about whether
 * it was written, when MySQL does not answer in time; refuses with STORE_UNAVAILABLE when too many wait.
 */
export function writeBooking(
  { batches }: Pick<Stores, "batches">,
  booking: BookingToWrite,
): Promise<Written> {
  const writer =
    writers.get(batches) ??
    batchWriter<BookingToWrite, Written>({
      write: (bookings) => writeBookings(batches, bookings),
      itemsMax: BOOKINGS_PER_BATCH,
      laneOf: ({ performanceId }) => performanceId,
    })
  writers.set(batches, writer)
  return writer(booking)
}

/** One transaction: all of the bookings whose sale goes on by the same terms, or none of them. */
async function writeBookings(pool: Pool, bookings: BookingToWrite[]): Promise<Written[]> {
  const [one] = bookings
  try {
    return await writeTogether(pool, bookings)
  } catch (error) {
    if (bookings.length > 1 || !one) throw error
    if (isCheckFailed(error)) return [{ code: "LIMIT_REACHED" }]
    if (!isDuplicate(error)) throw error
    // Which key it was, is told in other words by each server.
    return [{ code: (await isBooked(pool, one.id)) ? "BOOKED_BEFORE" : "PLACES_TAKEN" }]
  }
}

async function writeTogether(pool: Pool, bookings: BookingToWrite[]): Promise<Written[]> {
  const { outcomes, isWritten } = await inBatchTransaction(pool, async (send) => {
    const [, seen] = await send([...readSale(bookings), ...insertBookings(bookings)])
    const [sale] = seen as SaleSeen[]
    const judged = bookings.map((booking) => judge(booking, sale))
    const commit = judged.every(({ code }) => code === "WRITTEN")
    return { commit, result: { outcomes: judged, isWritten: commit } }
  })
  if (isWritten) return outcomes
  // Those whose terms are old keep nobody else from being booked.
  const others = bookings.filter((_, index) => outcomes[index]?.code === "WRITTEN")
  const written = others.length > 0 ? await writeBookings(pool, others) : []
  return outcomes.map((outcome) =>
    outcome.code === "WRITTEN" ? (written.shift() ?? outcome) : outcome,
  )
}

function judge({ version }: BookingToWrite, sale: SaleSeen | undefined): Written {
  if (!sale) return { code: "SALE_CLOSED" }
  if (sale.version !== version) return { code: "OLD_TERMS", version: sale.version }
  if (sale.isCancelled) return { code: "SALE_CLOSED" }
  return { code: "WRITTEN", bookedAt: sale.bookedAt }
}

/** Waits for whoever is writing a booking of this id at this moment. */
function isBooked(pool: Pool, bookingId: BookingId): Promise<boolean> {
  return inBatchTransaction(pool, async (send) => {
    const [rows] = await send([lockBookingOf(bookingId)])
    return { commit: false, result: (rows as unknown[]).length > 0 }
  })
}
