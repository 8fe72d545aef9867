import type { BookingId, PerformanceId } from "@podo/contract/ids"
import { inBatchTransaction } from "@podo/db/batch-pool"
import { setOutboxDoneAtOnce } from "@podo/db/outbox.queries"
import type { Pool } from "@podo/db/pool"

/** Well before the relay would take them, and seldom enough that a booking does not pay for a commit of its own. */
const GATHERED_MS = 250
const NOTED_AT_ONCE_MAX = 500

const waiting = new WeakMap<Pool, Map<PerformanceId, BookingId[]>>()

/**
 * Notes in a moment, with others of their performance, that these are settled: it leaves the relay nothing to do,
 * which would cost as much as the booking itself. It keeps no caller waiting: a row that cannot be noted, or is lost with the
 * process, the relay does once more, to no harm.
 */
export function noteSettledSoon(batches: Pool, performanceId: PerformanceId, settled: BookingId[]) {
  if (settled.length === 0) return
  const performances = waiting.get(batches) ?? new Map<PerformanceId, BookingId[]>()
  waiting.set(batches, performances)
  const gathered = performances.get(performanceId)
  if (gathered) return void gathered.push(...settled)
  performances.set(performanceId, [...settled])
  const note = () => {
    const all = performances.get(performanceId) ?? []
    performances.delete(performanceId)
    noteSettled(batches, performanceId, all).catch(() => {})
  }
  setTimeout(note, GATHERED_MS).unref()
}

export async function noteSettled(
  batches: Pool,
  performanceId: PerformanceId,
  settled: BookingId[],
): Promise<void> {
  for (let at = 0; at < settled.length; at += NOTED_AT_ONCE_MAX) {
    const some = settled.slice(at, at + NOTED_AT_ONCE_MAX)
    const done = setOutboxDoneAtOnce("booking-confirmed", some, performanceId)
    await inBatchTransaction(batches, ({ commit }) => commit([done]))
  }
}
