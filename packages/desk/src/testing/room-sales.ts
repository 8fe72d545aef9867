import type { RoomTerms } from "@podo/contract/desk-room"
import { refusalOf } from "@podo/db/racing"
import type { Stores } from "@podo/stores/stores"
import { setSeenRoom } from "./edits.ts"
import { mintRun } from "./rooms.queries.ts"

const HOUR_MS = 3_600_000

/** A public performance whose sale opens in an hour, and its organizer who sets up its room. */
export async function mintRoomSale(
  stores: Stores,
  wishes: Parameters<typeof mintRun>[1] = { saleOpensInMs: HOUR_MS },
) {
  const run = await mintRun(stores, wishes)
  const { organizer, performanceId } = run
  const set = (room: RoomTerms | null, on = stores, reason = "The power is out.") =>
    setSeenRoom(on, organizer, { performanceId, room, ...(room === null && { reason }) })
  const problemsOf = async (room: RoomTerms) => {
    const refusal = await refusalOf(set(room))
    return refusal.code === "NOT_VALID" ? refusal.problems : refusal
  }
  return { ...run, set, problemsOf }
}
