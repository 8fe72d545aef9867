import type { Place } from "@podo/contract/ids"
import type { Plan, Seat } from "@podo/contract/seating"
import type { HallMapProps } from "../../map/hall-map.tsx"
import type { Choosing } from "./use-choice.ts"
import type { Wishing } from "./use-wish.ts"

/** A hall as it is at this moment, and what is chosen of it. */
export type HallNow = {
  plan: Plan
  /** Undefined while they are on their way: areas can be looked at meanwhile. */
  seats: readonly Seat[] | undefined
  places: string
  isStale: boolean
  choosing: Choosing
  wishing: Wishing
  gone: ReadonlySet<number>
  mine: readonly Place[]
  isHolding: boolean
  look: HallMapProps["look"]
  onLook: (look: HallMapProps["look"]) => void
  onChange: () => void
}
