import { nearestEqual } from "../../map/nearest-equal.ts"
import { SEAT_PITCH } from "../../map/seat-rows.ts"
import { seatOfPlace } from "../../map/plan-query.ts"

/** Further apart than this, two seats of a row have an aisle between them. */
const BESIDE = 1.6 * SEAT_PITCH

type Hall = Parameters<typeof nearestEqual>[1]

export type Replacement = {
  lost: number
  found: number
  /** The neighbour, with no aisle between them. */
  isBeside: boolean
}

/** For each place that was lost the nearest as good as it, none of them twice. */
export function replacementsFor(lost: readonly number[], hall: Hall): Replacement[] {
  const selected = new Set(hall.selected)
  return lost.flatMap((place) => {
    const found = nearestEqual(place, { ...hall, selected })
    if (found === undefined) return []
    selected.add(found)
    return [{ lost: place, found, isBeside: isBeside(hall, place, found) }]
  })
}

function isBeside({ seats }: Hall, lost: number, found: number): boolean {
  const [one, other] = [seatOfPlace(seats, lost), seatOfPlace(seats, found)]
  if (one === undefined || one.row !== other?.row) return false
  return Math.hypot(one.x - other.x, one.y - other.y) < BESIDE
}
