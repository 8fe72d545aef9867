import { insertAudit } from "../history/audit.queries.ts"
import type { Organizer } from "../own-event.ts"
import type { DeskRoom, TakeAdmissionBack } from "@podo/contract/desk-room"
import type { Stores } from "@podo/stores/stores"
import { inTransaction } from "@podo/db/transaction"
import { takeBack } from "@podo/waiting-room/take-back"
import { lockOwnRoom } from "./own-room.ts"
import { readDeskRoom } from "./read-desk-room.ts"
import { isInside } from "./read-line.ts"

/**
 * Sends somebody out of a sale, with what they hold and have not begun to book. A person who is not inside is out
 * already, and nothing is written down. Refuses with NOT_FOUND or NOT_ALLOWED.
 */
export async function takeAdmissionBack(
  stores: Stores,
  organizer: Organizer,
  { performanceId, userId }: TakeAdmissionBack,
): Promise<DeskRoom> {
  await inTransaction(stores.db, async (trx) => {
    const { eventId } = await lockOwnRoom(trx, organizer, performanceId)
    if (!(await isInside(stores, performanceId, userId))) return
    // Before the action, which no roll-back takes back: nobody is sent out without a trace.
    await insertAudit(trx, {
      userId: organizer.userId,
      eventId,
      performanceId,
      action: "admission-taken-back",
      before: { userId },
    })
    await takeBack(stores, performanceId, userId)
  })
  return readDeskRoom(stores, organizer, { performanceId })
}
