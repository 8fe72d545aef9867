import type { ReactNode } from "react"
import type { OnSale } from "../choosing/on-sale.ts"
import type { KnownStanding } from "./ahead.ts"

/** A performance with a waiting room before it. */
export type InRoom = OnSale & {
  /** The places themselves, beyond the room. */
  inside: ReactNode
  isHolding: boolean
}

/** The same for a person whose standing is known. */
export type Standing = InRoom & {
  known: KnownStanding
  /** The last question was not answered. */
  hasError: boolean
}
