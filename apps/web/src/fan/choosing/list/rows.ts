import type { PlanArea, Seat } from "@podo/contract/seating"
import type { SeatLook } from "../../../map/seat-look.ts"
import { isInArea, type Looking } from "./sections.ts"

export type Row = { row: string; seats: readonly Seat[] }

/** An area's rows as they are read: each in the order of its places. */
export function rowsOf(
  area: PlanArea,
  seats: readonly Seat[],
  { wheelchairs }: Pick<Looking, "wheelchairs">,
): Row[] {
  const own = seats.filter(
    (seat) => isInArea(area, seat.place) && (!wheelchairs || seat.accessible || seat.companion),
  )
  return [...Map.groupBy(own, ({ row }) => row)].map(([row, members]) => ({ row, seats: members }))
}

/** Seats that a reader can do something with, or that concern them. */
const OF_INTEREST: ReadonlySet<SeatLook> = new Set(["open", "selected", "mine", "gone"])

/**
 * With those that were shown before: what disappeared under a finger or under the focus would make the next press
 * meet another seat. Stays the same set while nothing comes to it.
 */
export function grown(
  shown: ReadonlySet<number>,
  rows: readonly Row[],
  lookAt: (place: number) => SeatLook,
): ReadonlySet<number> {
  const more = rows.flatMap(({ seats }) =>
    seats.filter(({ place }) => !shown.has(place) && OF_INTEREST.has(lookAt(place))),
  )
  return more.length === 0 ? shown : new Set([...shown, ...more.map(({ place }) => place)])
}

export function shownRows(rows: readonly Row[], shown: ReadonlySet<number>): Row[] {
  return rows
    .map(({ row, seats }) => ({ row, seats: seats.filter(({ place }) => shown.has(place)) }))
    .filter(({ seats }) => seats.length > 0)
}
