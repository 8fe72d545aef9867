import type { Category } from "@podo/contract/catalog"
import type { WhenSoldOut } from "@podo/contract/waiting-room"
import type { Weekday } from "./calendar.ts"
import type { HallPlan } from "./hall-plan.ts"

/** How the waiting room of a performance is run. */
export type RoomPlan = {
  /** Before the sale opens. */
  lobbyMinutes: number
  hasDraw: boolean
  /** People inside at once. */
  capacity: number
  perMinute: number
  admissionMinutes: number
  whenSoldOut: WhenSoldOut
}

/** One performance, which part of its places (0..1) is sold already, and its waiting room if it has one. */
export type Show = { week: number; weekday: Weekday; at: string; sold: number; room?: RoomPlan }

export type EventPlan = {
  key: string
  title: string
  englishTitle: string
  description: string
  englishDescription: string
  category: Category
  hall: HallPlan
  /** In won, by grade. */
  prices: Record<string, number>
  minutes: number
  limitPerUser: number
  announcedDaysAgo: number
  /** Negative: it has opened. */
  saleOpensInDays: number
  saleOpensAt: string
  /** Without it the sale closes an hour before each performance. */
  saleClosedDaysAgo?: number
  shows: Show[]
}

/** Performances at one time of day, on some weekdays of a week; `sold` goes with the weekdays. */
export const week = (
  number: number,
  at: string,
  weekdays: Weekday[],
  sold: number[] = [],
): Show[] =>
  weekdays.map((weekday, index) => ({ week: number, weekday, at, sold: sold[index] ?? 0 }))
