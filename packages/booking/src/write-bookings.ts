import { inBatchTransaction, type Statement } from "@podo/db/batch-pool"
import { batchWriter } from "@podo/stores/batch-writer"
import { isCheckFailed, isDuplicate, isNullRefused } from "@podo/db/errors"
import type { Pool } from "@podo/db/pool"
import type { Stores } from "@podo/stores/stores"
import {
  type BookingToWrite,
  insertBookings,
  lockBookingOf,
  readSale,
  type SaleSeen,
} from "./write-bookings.queries.ts"

/** The outcome of a booking in MySQL. Only the first is written now. */
export type Written =
  | { code: "WRITTEN"; bookedAt: Date }
  /** A booking of this id is there already: this one, sent again, or somebody else's. */
  | { code: "BOOKED_BEFORE" }
  | { code: "PLACES_TAKEN" }
  | { code: "LIMIT_REACHED" }
  /** The sale has other terms by now: of this version. */
  | { code: "OLD_TERMS"; version: number }
  | { code: "SALE_CLOSED" }

/** The statements of so many bookings of 8 places are some 100 kB. */
const BOOKINGS_PER_BATCH = 128
/** While one is committed, which is a wait for the disk, the next one is put together and written. */
const BATCHES_AT_ONCE = 2

const writers = new WeakMap<Pool, (booking: BookingToWrite) => Promise<Written>>()

/**
 * Writes a booking, in one transaction with others of its performance that wait in this process. Fails, with nothing
 * said about whether it was written, when MySQL does not answer in time; refuses with STORE_UNAVAILABLE when too many
 * wait.
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
      batchesMax: BATCHES_AT_ONCE,
      laneOf: ({ performanceId, version }) => `${performanceId} ${version}`,
    })
  writers.set(batches, writer)
  return writer(booking)
}

/** One transaction in one round trip: all of the bookings, of one sale by the same terms, or none of them. */
async function writeBookings(pool: Pool, bookings: BookingToWrite[]): Promise<Written[]> {
  const [one] = bookings
  if (!one) return []
  try {
    const answers = await inBatchTransaction(pool, ({ commit }) => commit(insertBookings(bookings)))
    const [{ bookedAt }] = answers.at(-2) as [{ bookedAt: Date }]
    return bookings.map(() => ({ code: "WRITTEN", bookedAt }))
  } catch (error) {
    if (isNullRefused(error)) {
      const no = judge(await readOnly<SaleSeen>(pool, readSale(one.performanceId)), one)
      return bookings.map(() => no)
    }
    if (bookings.length > 1) throw error
    if (isCheckFailed(error)) return [{ code: "LIMIT_REACHED" }]
    if (!isDuplicate(error)) throw error
    // Which key it was, is told in other words by each server.
    const before = await readOnly(pool, lockBookingOf(one.id))
    return [{ code: before ? "BOOKED_BEFORE" : "PLACES_TAKEN" }]
  }
}

/** Why a sale has no limit for a booking. One whose terms have come back meanwhile is asked again. */
function judge(sale: SaleSeen | undefined, { version }: BookingToWrite): Written {
  if (!sale || (sale.isCancelled && sale.version === version)) return { code: "SALE_CLOSED" }
  return { code: "OLD_TERMS", version: sale.version }
}

function readOnly<Row>(pool: Pool, statement: Statement): Promise<Row | undefined> {
  return inBatchTransaction(pool, async ({ send }) => {
    const [rows] = await send([statement])
    return (rows as Row[])[0]
  })
}
