import { insertAudit } from "../history/audit.queries.ts"
import { lockPerformance } from "@podo/catalog/performances.queries"
import type { Organizer } from "../own-event.ts"
import { ownPerformance } from "../own-performance.ts"
import type { ChangedPlaces, ReleasePlaces } from "@podo/contract/desk-sale"
import type { Place } from "@podo/contract/ids"
import { Refused } from "@podo/contract/refusal"
import { insertOutbox } from "@podo/db/outbox.queries"
import type { Stores } from "@podo/stores/stores"
import { inTransaction } from "@podo/db/transaction"
import { tellChange } from "@podo/seating/reconcile-performance"
import { deleteWithheld, listTaken } from "@podo/seating/sold-places.queries"

/**
 * Gives places of the house to the sale. Those that it does not have are left out of the answer. MySQL comes
 * first: nobody holds a place that could not be booked.
 *
 * Refuses with NOT_FOUND, NOT_ALLOWED or INVALID_PLACE.
 */
export async function releasePlaces(
  stores: Stores,
  organizer: Organizer,
  { performanceId, places: named }: ReleasePlaces,
): Promise<ChangedPlaces> {
  const { eventId } = await ownPerformance(stores.db, organizer, performanceId)
  const places = await inTransaction(stores.db, async (trx): Promise<Place[]> => {
    const performance = await lockPerformance(trx, performanceId)
    if (!performance) throw new Refused({ code: "NOT_FOUND", what: "performance" })
    const invalid = named.filter((place) => place >= performance.capacity)
    if (invalid.length > 0) throw new Refused({ code: "INVALID_PLACE", places: invalid })
    const taken = await listTaken(trx, performanceId, named)
    const ours = taken.flatMap(({ place, bookingId }) => (bookingId ? [] : [place]))
    if (ours.length === 0) return []
    await deleteWithheld(trx, performanceId, ours)
    await insertAudit(trx, {
      userId: organizer.userId,
      eventId,
      performanceId,
      action: "places-released",
      before: { places: ours },
    })
    await insertOutbox(trx, "performance-changed", performanceId)
    await insertOutbox(trx, "event-changed", eventId)
    return ours
  })
  if (places.length > 0) await tellChange(stores, { performanceId, eventId })
  return { places }
}
