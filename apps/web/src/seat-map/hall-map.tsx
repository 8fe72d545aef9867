import type { Area, Place } from "@podo/contract/ids"
import type { Plan, PlanArea, Seat } from "@podo/contract/seating"
import { useMemo } from "react"
import { AreaMap } from "./area-map.tsx"
import { SeatMap } from "./seat-map.tsx"

export type HallMapProps = {
  /** Areas with their outlines, and the stage; its seats are not looked at. */
  plan: Plan
  /** All seats in the order of places; undefined while they are on their way. */
  seats: readonly Seat[] | undefined
  /** One character a place, as in PLACE_STATES. */
  places: string
  selected: ReadonlySet<number>
  /** Held or booked by the reader. */
  mine: ReadonlySet<number>
  /** A rival was faster: marked strongly until the page clears them. */
  gone: ReadonlySet<number>
  /** No more may be selected. */
  full: boolean
  /** Only places of this price stand out. */
  price?: number | undefined
  /** Brought into view when it changes. */
  look?: { area: Area } | { place: Place } | undefined
  onToggle: (place: Place) => void
  /** A standing area was pressed. */
  onStanding?: (area: Area) => void
}

const SEATS_AT_ONCE_MAX = 2_000

/** A hall of any size: its areas from afar, its seats from near. */
export function HallMap({ plan, seats, onToggle, onStanding, ...rest }: HallMapProps) {
  const whole = useMemo(
    () => ({ ...plan, seats: seats === undefined ? [] : [...seats] }),
    [plan, seats],
  )
  const isStanding = ({ kind }: PlanArea) => kind === "standing"
  if (seats === undefined || seats.length > SEATS_AT_ONCE_MAX) {
    const pick = (area: Area) => {
      if (plan.areas.some((each) => each.area === area && isStanding(each))) onStanding?.(area)
    }
    return <AreaMap plan={plan} places={rest.places} onPick={pick} />
  }
  return <SeatMap {...rest} plan={whole} onToggle={onToggle} />
}
