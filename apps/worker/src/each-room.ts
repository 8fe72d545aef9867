import type { PerformanceId } from "@podo/contract/ids"
import { Refused } from "@podo/contract/refusal"
import type { Stores } from "@podo/stores/stores"
import { redisIsAway } from "@podo/redis/connect"

/** No round waits longer for a room: the next one goes on without it. */
const ROUND_MS = 400

export type WorkOnRooms = {
  /** The rooms that need it now. */
  list: (stores: Stores) => Promise<PerformanceId[]>
  work: (stores: Stores, performanceId: PerformanceId) => Promise<unknown>
  /** For the log: "letting people in". */
  doing: string
  roundMs?: number
}

/** One round after the other over all rooms. One that is stuck is left alone until it is done, and delays no other. */
export function eachRoom(stores: Stores, rounds: WorkOnRooms): () => Promise<void> {
  const { list, work, doing, roundMs = ROUND_MS } = rounds
  const underWay = new Set<PerformanceId>()
  const begin = async (performanceId: PerformanceId) => {
    underWay.add(performanceId)
    try {
      await work(stores, performanceId)
    } catch (error) {
      // A room that was turned off meanwhile needs nothing, and without Redis nothing can be done for any.
      if (error instanceof Refused || redisIsAway(error)) return
      stores.onDefect(error, `${doing} at ${performanceId}`)
    } finally {
      underWay.delete(performanceId)
    }
  }
  return async () => {
    const rooms = await list(stores)
    const begun = rooms.filter((id) => !underWay.has(id)).map(begin)
    await Promise.race([Promise.all(begun), Bun.sleep(roundMs)])
  }
}
