import { PLACE_STATES } from "@podo/contract/limits"
import type { Stores } from "@podo/stores/stores"
import { reconcilePerformance } from "@podo/seating/reconcile-performance"
import { HOUSE } from "@podo/seating/places"
import { recountPlaces } from "@podo/seating/recount-places"
import { recountRuns } from "@podo/seating/recount-runs"
import { repairRoom } from "@podo/waiting-room/compare-room"
import { reconcileBooking } from "./reconcile-booking.ts"
import { type Drift, type Verification, verifyPerformance } from "./verify-performance.ts"

const LOOK_AGAIN_MS = 300

/**
 * Makes Redis right again from MySQL, never the other way round, and returns what was wrong. While a sale
 * goes on, Redis is behind by the bookings of this moment: only what is wrong twice in a row counts.
 */
export async function repairPerformance(
  stores: Stores,
  first: Verification,
): Promise<Verification["drift"]> {
  if (first.drift.length === 0) return []
  await Bun.sleep(LOOK_AGAIN_MS)
  const second = await verifyPerformance(stores, first.performanceId)
  const before = new Set(first.drift.map((wrong) => JSON.stringify(wrong)))
  const lasting = second.drift.filter((wrong) => before.has(JSON.stringify(wrong)))
  const inRedis = lasting.filter((wrong) => wrong.store === "redis")
  if (inRedis.length > 0) await repair(stores, { ...second, drift: inRedis })
  return lasting
}

async function repair(stores: Stores, { performanceId, drift }: Verification) {
  const places = drift.filter((wrong) => wrong.what === "place")
  const sold = new Set(places.flatMap(({ meant }) => (meant && meant !== HOUSE ? [meant] : [])))
  for (const bookingId of sold) await reconcileBooking(stores, bookingId)
  // A place whose owner was lost has just been counted again: the users come after the places.
  const reconciled = await verifyPerformance(stores, performanceId)
  await recountPlaces(stores, performanceId, {
    unsold: places.filter(isOwnerless).map(({ place, owner }) => [place, owner ?? ""] as const),
    bookedBy: reconciled.drift
      .filter((wrong) => wrong.what === "booked-by")
      .map(({ userId, counted, booked }) => [userId, counted, booked] as const),
  })
  // The house's places come last: one that seemed to be booked is open by now.
  const hasWrongTerms = drift.some((wrong) => wrong.what === "terms")
  await reconcilePerformance(stores, performanceId, hasWrongTerms ? "always" : "newer")
  if (drift.some((wrong) => wrong.what === "room")) await repairRoom(stores, performanceId)
  // The runs come from the places, so that nothing may change those any more.
  await recountRuns(stores, performanceId)
}

/** Not sold, and not withheld at this moment either: of those only the desk's own steps can tell. */
const isOwnerless = ({ state, meant }: Extract<Drift, { what: "place" }>) =>
  (meant === null || meant === HOUSE) && state !== PLACE_STATES.withheld
