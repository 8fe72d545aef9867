import type { Organizer } from "../own-event.ts"
import { ownPerformance } from "../own-performance.ts"
import type { PerformanceId } from "@podo/contract/ids"
import { Refused } from "@podo/contract/refusal"
import type { Transaction } from "@podo/db/connect"
import { lockRoom } from "./desk-rooms.queries.ts"

/**
 * The room of a performance that is this organizer's own, locked, so that two who steer it leave one truth. The
 * performance is not: people are booking it. Refuses with NOT_FOUND, also where the room is off, or NOT_ALLOWED.
 */
export async function lockOwnRoom(
  trx: Transaction,
  organizer: Organizer,
  performanceId: PerformanceId,
) {
  const room = await lockRoom(trx, performanceId)
  // Read after the lock, which whoever turns the room off must have.
  const { eventId, waitingRoom } = await ownPerformance(trx, organizer, performanceId)
  if (!waitingRoom || !room) throw new Refused({ code: "NOT_FOUND", what: "waiting-room" })
  return { eventId, room }
}
