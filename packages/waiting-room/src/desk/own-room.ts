import { lockPerformance } from "@podo/catalog/desk/desk-performances.queries"
import type { Organizer } from "@podo/catalog/own-event"
import { ownPerformance } from "@podo/catalog/own-performance"
import type { PerformanceId } from "@podo/contract/ids"
import { Refused } from "@podo/contract/refusal"
import type { Transaction } from "@podo/db/connect"
import { lockRoom } from "./desk-rooms.queries.ts"

/**
 * The room of a performance that is this organizer's own, locked, so that two who steer it leave one truth.
 * Refuses with NOT_FOUND, also where the room is off, or NOT_ALLOWED.
 */
export async function lockOwnRoom(
  trx: Transaction,
  organizer: Organizer,
  performanceId: PerformanceId,
) {
  const { eventId } = await ownPerformance(trx, organizer, performanceId)
  const performance = await lockPerformance(trx, performanceId)
  const room = await lockRoom(trx, performanceId)
  if (!performance?.waitingRoom || !room) {
    throw new Refused({ code: "NOT_FOUND", what: "waiting-room" })
  }
  return { eventId, room }
}
