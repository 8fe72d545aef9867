import type { EventDetail, PerformanceOnSale } from "@podo/contract/catalog"
import type { Plan, Seat } from "@podo/contract/seating"
import type { ReactNode } from "react"
import type { PlaceNames } from "./place-names.ts"
import type { Choosing } from "./use-choice.ts"
import type { Claim } from "./use-claim.ts"
import type { Ending } from "./use-give-back.ts"
import type { Wishing } from "./use-wish.ts"

/** The selection of a person before they hold anything. */
export type Selecting = {
  event: EventDetail
  performance: PerformanceOnSale
  plan: Plan
  seats: readonly Seat[] | undefined
  places: string
  choosing: Choosing
  wishing: Wishing
  claim: Claim
  names: PlaceNames
  booked: readonly number[]
  elsewhere?: ReactNode
  ending: Ending | undefined
  /** Lapsed a moment ago, and about to open again. */
  returning: readonly number[]
  hasOpenPlaces: boolean
  /** The element that had the focus is gone: the panel takes it. */
  onGone: () => void
}
