import type { Place } from "@podo/contract/ids"
import { PLACE_STATES } from "@podo/contract/limits"

const { open, booked, withheld } = PLACE_STATES

/** Whose a withheld place is in Redis, where every other owner has an id. */
export const HOUSE = "house"

/** Whose a held place is that has no holder any more, and opens in a while. */
export const RETURNING = "returning"

/** The places of a performance as MySQL knows them: open, booked or withheld, one character each. */
export function drawPlaces(
  capacity: number,
  sold: { place: Place; bookingId: string | null }[],
): string {
  const places = Array.from({ length: capacity }, () => open as string)
  for (const { place, bookingId } of sold) {
    if (place < capacity) places[place] = bookingId === null ? withheld : booked
  }
  return places.join("")
}
