import type { PerformanceId } from "@podo/contract/ids"
import type { Stores } from "@podo/db/stores"
import { redisIsAway } from "@podo/redis/connect"
import { listUnsealed } from "./draw.queries.ts"
import { sealDraw } from "./seal-draw.ts"

/** A million draws take some 30 MB while they are sealed. */
const AT_ONCE_MAX = 8
const ROUND_MS_MAX = 1_000

/**
 * Seals the draws of the sales that have opened, again and again until each of them is. Any number of workers may
 * do so at once; a round does not wait for a draw that takes its time.
 */
export function drawSealer(stores: Stores): () => Promise<void> {
  const underWay = new Map<PerformanceId, Promise<void>>()

  async function seal(performanceId: PerformanceId) {
    try {
      await sealDraw(stores, performanceId)
    } catch (error) {
      // Without Redis no draw can be sealed: it is tried again, and others say so often enough.
      if (!redisIsAway(error)) stores.onDefect(error, "sealing a draw")
    } finally {
      underWay.delete(performanceId)
    }
  }

  return async () => {
    const performanceIds = await listUnsealed(stores.db, AT_ONCE_MAX + underWay.size)
    const waiting = performanceIds.filter((id) => !underWay.has(id)).slice(0, AT_ONCE_MAX)
    const sealing = waiting.map((id) => {
      const end = seal(id)
      underWay.set(id, end)
      return end
    })
    // The usual draw is sealed at once.
    await Promise.race([Promise.all(sealing), Bun.sleep(ROUND_MS_MAX)])
  }
}
