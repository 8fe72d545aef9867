import type { DeskEvent, SetPoster } from "@podo/contract/desk"
import { Refused } from "@podo/contract/refusal"
import { insertOutbox } from "@podo/db/outbox.queries"
import type { Stores } from "@podo/stores/stores"
import { inTransaction } from "@podo/db/transaction"
import { type Organizer, ownEvent } from "../own-event.ts"
import { drawnPosterOf, uploadedPosterOf } from "@podo/posters/poster-file"
import { findPosterFacts, setPosterFile } from "@podo/catalog/posters.queries"
import { insertAudit } from "../history/audit.queries.ts"
import { lockEvent } from "./desk-events.queries.ts"
import { differencesOf } from "../history/differences.ts"
import { readDeskEvent } from "./read-desk-event.ts"
import { tellOfChange } from "./tell-of-change.ts"

/** Gives an event another poster. Refuses with NOT_FOUND, NOT_ALLOWED, and NOT_VALID for what is no picture. */
export async function setPoster(
  stores: Stores,
  organizer: Organizer,
  { eventId, poster }: SetPoster,
): Promise<DeskEvent> {
  // Before the bytes are looked at: nobody makes us read a picture for somebody else's event.
  await ownEvent(stores.db, organizer, eventId)
  const uploaded = "base64" in poster ? await uploadedPosterOf(poster) : null
  const isChanged = await inTransaction(stores.db, async (trx) => {
    const event = await lockEvent(trx, eventId)
    if (!event) throw new Refused({ code: "NOT_FOUND", what: "event" })
    const { mediaType, digest, content } = uploaded ?? drawnPosterOf({ ...event, eventId })
    const known = await findPosterFacts(trx, eventId)
    const changes = differencesOf({ ...known }, { mediaType, digest })
    if (!changes) return false
    await setPosterFile(trx, eventId, { mediaType, digest, content })
    const { userId } = organizer
    await insertAudit(trx, { userId, eventId, action: "poster-set", ...changes })
    await insertOutbox(trx, "event-changed", eventId)
    return true
  })
  if (isChanged) await tellOfChange(stores, eventId)
  return readDeskEvent(stores, organizer, { eventId })
}
