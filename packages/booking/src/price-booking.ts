import { areaOf, type KnownTerms } from "@podo/catalog/known-terms"
import type { Place } from "@podo/contract/ids"
import type { Confirming } from "@podo/seating/release-hold"
import type { BookingToWrite } from "./write-bookings.queries.ts"

/** The prices of a hold's places by the terms of its sale, and all else that is written of its booking. */
export function priceBooking(
  { bookingId: id, performanceId, holdId, userId }: Confirming,
  held: Place[],
  terms: KnownTerms,
): BookingToWrite {
  const places = held.map((place) => {
    const { area, price } = areaOf(terms, place)
    return { place, area, price }
  })
  const total = places.reduce((sum, { price }) => sum + price, 0)
  const { currency, version } = terms
  return { id, userId, performanceId, holdId, total, currency, version, places }
}
