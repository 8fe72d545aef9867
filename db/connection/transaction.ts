import type { Database, Transaction } from "./connect.ts"
import { isRetryable } from "./errors.ts"

const ATTEMPTS_MAX = 5
const BACKOFF_MS = 20
/** A transaction that has waited for so long is told so, rather than sent through it all once more. */
const AGAIN_WITHIN_MS = 2_500

/** Runs the work in one transaction, and again (up to five times) when it soon lost a deadlock or a lock wait. */
export async function inTransaction<Result>(
  db: Database,
  work: (trx: Transaction) => Promise<Result>,
): Promise<Result> {
  return againWhenLocked(() => db.transaction().execute(work))
}

/** The same for work that brings a transaction of its own, or needs none. */
export async function againWhenLocked<Result>(work: () => Promise<Result>): Promise<Result> {
  const untilMs = performance.now() + AGAIN_WITHIN_MS
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      if (!isRetryable(error) || attempt === ATTEMPTS_MAX || performance.now() > untilMs)
        throw error
      // Rivals that collided once must not come back at the same moment.
      await Bun.sleep(Math.random() * BACKOFF_MS * attempt)
    }
  }
}
