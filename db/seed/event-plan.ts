import type { Category } from "@podo/contract/catalog"
import type { Weekday } from "./calendar.ts"
import type { HallPlan } from "./hall-plan.ts"

/** One performance, and which part of its places (0..1) is sold already. */
export type Show = { week: number; weekday: Weekday; at: string; sold: number }

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
