import { nearestEqual } from "../seat-map/nearest-equal.ts"
import { seatOfPlace } from "./plan-query.ts"

type Hall = Parameters<typeof nearestEqual>[1]

export type Replacement = {
  lost: number
  found: number
  /** The next number of the same row. */
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
  return one !== undefined && one.row === other?.row && Math.abs(one.number - other.number) === 1
}
