import type { EventDetail, PerformanceOnSale } from "@podo/contract/catalog"
import type { Plan, Seat } from "@podo/contract/seating"
import type { LiveHold } from "./hold-query.ts"
import type { PlaceNames } from "./place-names.ts"
import type { Confirm } from "./use-confirm.ts"
import type { Extend } from "./use-extend.ts"
import type { GiveBack } from "./use-give-back.ts"

/** The hold of a person, and what they can do with it. */
export type Held = {
  event: EventDetail
  performance: PerformanceOnSale
  plan: Plan
  seats: readonly Seat[] | undefined
  hold: LiveHold
  /** Podo chose these places: a person who does not like them gives them back and chooses. */
  isFound: boolean
  names: PlaceNames
  confirm: Confirm
  extend: Extend
  giveBack: GiveBack
}
