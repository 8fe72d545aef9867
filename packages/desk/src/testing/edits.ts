import type { EditEvent } from "@podo/contract/desk"
import type { SetRoom } from "@podo/contract/desk-room"
import type { PerformanceId } from "@podo/contract/ids"
import type { Stores } from "@podo/stores/stores"
import { editEvent } from "../events/edit-event.ts"
import { readDeskEvent } from "../events/read-desk-event.ts"
import type { Organizer } from "../own-event.ts"
import { ownPerformance } from "../own-performance.ts"
import { readDeskRoom } from "../room/read-desk-room.ts"
import { setRoom } from "../room/set-room.ts"

type Unseen<Input> = Omit<Input, "etag">

/** Edits by somebody who has seen the event as it is at this moment. */
export async function editSeenEvent(
  stores: Stores,
  organizer: Organizer,
  input: Unseen<EditEvent>,
) {
  const { etag } = await readDeskEvent(stores, organizer, input)
  return editEvent(stores, organizer, { ...input, etag })
}

export async function etagOfPerformance(
  stores: Stores,
  organizer: Organizer,
  performanceId: PerformanceId,
) {
  const { eventId } = await ownPerformance(stores.db, organizer, performanceId)
  const { performances } = await readDeskEvent(stores, organizer, { eventId })
  return performances.find((one) => one.performanceId === performanceId)?.etag ?? ""
}

export async function setSeenRoom(stores: Stores, organizer: Organizer, input: Unseen<SetRoom>) {
  const { etag } = await readDeskRoom(stores, organizer, input)
  return setRoom(stores, organizer, { ...input, etag })
}
