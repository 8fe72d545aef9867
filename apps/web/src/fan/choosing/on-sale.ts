import type { Booking } from "@podo/contract/booking"
import type { EventDetail, PerformanceOnSale } from "@podo/contract/catalog"
import type { ReactNode } from "react"

/** A page of its own, or the box beside an event's calendar. */
type Layout = "page" | "day"

/** A performance where it is sold, and what follows a booking. */
export type OnSale = {
  event: EventDetail
  performance: PerformanceOnSale
  layout: Layout
  /** The way on, where this performance sells nothing; without it the next dates that do. */
  elsewhere?: ReactNode
  onBooked: (booking: Booking) => void
}
