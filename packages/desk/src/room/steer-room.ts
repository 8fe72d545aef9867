import { insertAudit } from "../history/audit.queries.ts"
import { differencesOf } from "../history/differences.ts"
import type { Organizer } from "../own-event.ts"
import type { DeskRoom, SteerRoom } from "@podo/contract/desk-room"
import { insertOutbox } from "@podo/db/outbox.queries"
import type { Stores } from "@podo/stores/stores"
import { inTransaction } from "@podo/db/transaction"
import { setRoomFacts } from "./desk-rooms.queries.ts"
import { lockOwnRoom } from "./own-room.ts"
import { readDeskRoom } from "./read-desk-room.ts"
import { tellRoom } from "./tell-room.ts"

/**
 * Steers a waiting room while people wait. The performance keeps its version: thousands of waiting pages would
 * all read it anew. Nothing is written when nothing differs. Refuses with NOT_FOUND or NOT_ALLOWED.
 */
export async function steerRoom(
  stores: Stores,
  organizer: Organizer,
  { performanceId, act }: SteerRoom,
): Promise<DeskRoom> {
  const hasChanged = await inTransaction(stores.db, async (trx) => {
    const { eventId, room } = await lockOwnRoom(trx, organizer, performanceId)
    const { paused, draining, perMinute, capacity, message } = room
    const wished = wishOf(act)
    const changes = differencesOf({ paused, draining, perMinute, capacity, message }, wished)
    if (!changes) return false
    await setRoomFacts(trx, performanceId, wished)
    const { userId } = organizer
    await insertAudit(trx, { userId, eventId, performanceId, action: "room-steered", ...changes })
    await insertOutbox(trx, "performance-changed", performanceId)
    return true
  })
  if (hasChanged) await tellRoom(stores, performanceId)
  return readDeskRoom(stores, organizer, { performanceId })
}

function wishOf(act: SteerRoom["act"]) {
  switch (act.kind) {
    case "pause":
      return { paused: true }
    case "resume":
      return { paused: false }
    case "drain":
      return { draining: true }
    case "stop-draining":
      return { draining: false }
    case "rate":
      return { perMinute: act.perMinute }
    case "capacity":
      return { capacity: act.capacity }
    case "say":
      return { message: act.message }
  }
}
