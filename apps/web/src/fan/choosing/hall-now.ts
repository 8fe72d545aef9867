import type { Plan, Seat } from "@podo/contract/seating"

/** A hall as it is at this moment. */
export type HallNow = {
  plan: Plan
  /** In the order of places; undefined while they are on their way: areas can be looked at meanwhile. */
  seats: readonly Seat[] | undefined
  places: string
  isStale: boolean
}
