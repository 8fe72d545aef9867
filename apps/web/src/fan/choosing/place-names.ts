import { useLanguage } from "../../app/language/language.ts"
import type { HallNow } from "./hall-now.ts"
import { areaOfPlace, seatOfPlace } from "../../map/plan-query.ts"

export type PlaceNames = {
  nameOf: (place: number) => string
  priceOf: (place: number) => number
  listOf: (places: Iterable<number>) => string
}

/** How places are called to a person: area, row and number. */
export function usePlaceNames({ plan, seats }: HallNow): PlaceNames {
  const { words, formats, named } = useLanguage()
  const nameOf = (place: number) => {
    const area = areaOfPlace(plan, place)
    const areaName = area === undefined ? "" : named(area.name, area.englishName)
    if (area?.kind === "standing") {
      return words.bookings.place(areaName, null, formats.number(place - area.firstPlace + 1))
    }
    const seat = seatOfPlace(seats ?? [], place)
    // The seats are still on their way: its name alone is true meanwhile.
    if (seat === undefined) return areaName
    return words.bookings.place(areaName, seat.row, String(seat.number))
  }
  return {
    nameOf,
    priceOf: (place) => areaOfPlace(plan, place)?.price ?? 0,
    listOf: (places) => formats.list([...places].map(nameOf)),
  }
}
