import { listPerformancesOnSale } from "@podo/catalog/sale-terms.queries"
import type { PerformanceId } from "@podo/contract/ids"
import type { Stores } from "@podo/stores/stores"
import { redisIsAway } from "@podo/redis/connect"
import { listHeld } from "@podo/seating/read-places"
import { endConfirm } from "@podo/seating/release-hold"
import { sweepHolds } from "@podo/seating/sweep-holds"
import { reconcileBooking } from "./reconcile-booking.ts"

/**
 * Lets go what nobody holds any more, and opens what has returned, in every performance whose places may change
 * hands. Of most of thousands nobody holds anything at this moment: there is nothing to do.
 */
export async function sweep(stores: Stores): Promise<void> {
  const onSale = await listPerformancesOnSale(stores.db, new Date())
  const performanceIds = await listHeld(stores, onSale)
  // One performance that cannot be swept must not keep the others waiting.
  await Promise.all(
    performanceIds.map((id) =>
      sweepPerformance(stores, id).catch((error: unknown) => {
        // Without Redis there is nothing to sweep anywhere, and one word about it is enough.
        if (redisIsAway(error)) throw error
        stores.onDefect(error, "sweeping")
      }),
    ),
  )
}

/** A hold whose confirmation did not end is ended only after MySQL was asked for its booking. */
export async function sweepPerformance(stores: Stores, performanceId: PerformanceId) {
  for (const overdue of await sweepHolds(stores, performanceId)) {
    await reconcileBooking(stores, overdue.bookingId)
    // Nothing is left of the hold where it became that booking. The rest will never be confirmed.
    await endConfirm(stores, overdue, "abandoned")
  }
}
