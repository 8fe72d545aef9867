import { findSaleTerms, listAreas } from "@podo/catalog/sale-terms.queries"
import type { Place } from "@podo/contract/ids"
import type { Stores } from "@podo/db/stores"
import { inTransaction } from "@podo/db/transaction"
import type { Confirming } from "@podo/seating/release-hold"
import { insertBooking, insertPlaces, raiseQuota } from "./bookings.queries.ts"
import { insertOutbox } from "@podo/db/outbox.queries"
import { priceOf } from "./prices.ts"

/** One transaction: all of the booking or none of it. False when this id is booked already. */
export async function writeBooking(
  { db }: Stores,
  confirming: Confirming,
  places: Place[],
): Promise<boolean> {
  const { bookingId, performanceId, holdId, userId } = confirming
  const [{ currency }, areas] = await Promise.all([
    findSaleTerms(db, performanceId),
    listAreas(db, performanceId),
  ])
  const priced = places.map((place) => priceOf(areas, place))
  const total = priced.reduce((sum, { price }) => sum + price, 0)
  const booking = { id: bookingId, userId, performanceId, holdId, total, currency }
  return inTransaction(db, async (trx) => {
    if (!(await insertBooking(trx, booking))) return false
    await insertPlaces(trx, booking, priced)
    await raiseQuota(trx, booking, places.length)
    await insertOutbox(trx, "booking-confirmed", bookingId)
    return true
  })
}
