import type { Area, Place } from "@podo/contract/ids"
import type { Plan, Seat } from "@podo/contract/seating"
import type { Marked } from "../../../map/seat-look.ts"
import type { StandingChoice } from "../standing-areas.tsx"
import type { Looking } from "./sections.ts"

/** A hall to be read as a list. */
export type ListedHall = Marked & {
  plan: Plan
  /** In the order of places; undefined while they are on their way. */
  seats: readonly Seat[] | undefined
  /** No more may be selected. */
  full: boolean
  looking: Looking
  onToggle: (place: Place) => void
  /** Of areas without seats one chooses how many. */
  standing: StandingChoice
  /** The section is to be seen on the map. */
  onShow: (area: Area) => void
}
