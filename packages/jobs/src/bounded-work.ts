import { Refused } from "@podo/contract/refusal"
import pLimit from "p-limit"

type Bounds = {
  /** Pieces of work at once. */
  atOnce: number
  /** The longest wait: work that would wait for longer is refused. */
  patienceMs: number
  /** The time of a piece, as long as none has been measured. */
  typicalMs: number
}

/** The share of the last piece in what is known of all. */
const LAST_SHARE = 0.2

/**
 * Work that takes a core for itself, such as hashing a password: so many pieces at once, the others in a line, first
 * come first served. Refuses with TOO_MANY_REQUESTS, before anything is done, where the line is longer than anybody
 * should wait; its `retryAfterMs` is the time that the line takes by what pieces took lately.
 */
export function boundedWork({ atOnce, patienceMs, typicalMs }: Bounds) {
  const line = pLimit(atOnce)
  let expectedMs = typicalMs
  async function measured<Done>(work: () => Promise<Done>) {
    const startedAt = performance.now()
    try {
      return await work()
    } finally {
      expectedMs += LAST_SHARE * (performance.now() - startedAt - expectedMs)
    }
  }
  return {
    isIdle: () => line.activeCount + line.pendingCount === 0,
    run: <Done>(work: () => Promise<Done>): Promise<Done> => {
      const waitMs = Math.ceil((line.pendingCount / atOnce) * expectedMs)
      if (waitMs > patienceMs) {
        return Promise.reject(new Refused({ code: "TOO_MANY_REQUESTS", retryAfterMs: waitMs }))
      }
      return line(() => measured(work))
    },
  }
}
