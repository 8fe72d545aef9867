import type { ReactNode } from "react"
import type { OnSale } from "../choosing/on-sale.ts"
import type { KnownStanding } from "./ahead.ts"

/** A performance with a waiting room before it. */
export type InRoom = {
  sale: OnSale
  isHolding: boolean
  /** The places themselves, beyond the room. */
  inside: ReactNode
}

/** The line as a person in it, before it or out of it knows it. */
export type Line = {
  known: KnownStanding
  /** The last question was not answered. */
  hasError: boolean
}
