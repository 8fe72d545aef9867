import type { PricedArea } from "@podo/catalog/sale-terms.queries"
import type { Place } from "@podo/contract/ids"
import type { PricedPlace } from "./bookings.queries.ts"

/** An area is a contiguous range of places; every place is in one. */
export function priceOf(areas: PricedArea[], place: Place): PricedPlace {
  const area = areas.findLast(({ firstPlace }) => firstPlace <= place)
  if (!area) throw new Error(`Place ${place} is in no area.`)
  return { place, area: area.area, price: area.price }
}
