import type { DeskEvent } from "@podo/contract/desk"
import type { DeskPerformance } from "@podo/contract/desk-performance"
import { wallOf } from "../zoned-time.ts"

export type Month = {
  /** "2026-12", in the event's zone. */
  key: string
  performances: DeskPerformance[]
  capacity: number
  booked: number
}

/** A run of a year is twelve lines, of which one is open. */
export function monthsOf({ performances, timeZone }: DeskEvent): Month[] {
  const byMonth = Map.groupBy(performances, ({ startsAt }) =>
    wallOf(startsAt, timeZone).slice(0, 7),
  )
  return [...byMonth].map(([key, inMonth]) => {
    const taking = inMonth.filter(({ cancelledAt }) => cancelledAt === null)
    return {
      key,
      performances: inMonth,
      capacity: taking.reduce((sum, { capacity }) => sum + capacity, 0),
      booked: taking.reduce((sum, { booked }) => sum + booked, 0),
    }
  })
}

/** The month with the next performance, or the last one when all are over. */
export function openMonthOf(months: Month[], nowMs = Date.now()): string | undefined {
  const next = months.find(({ performances }) =>
    performances.some(({ endsAt }) => Date.parse(endsAt) > nowMs),
  )
  return (next ?? months.at(-1))?.key
}

export type PerformanceState = "draft" | "cancelled" | DeskPerformance["saleState"]

export function stateOf(event: DeskEvent, performance: DeskPerformance): PerformanceState {
  if (performance.cancelledAt !== null) return "cancelled"
  return event.publishedAt === null ? "draft" : performance.saleState
}

/** Once the sale is open people hold places: then a performance can only be cancelled. */
export function isRemovable(event: DeskEvent, performance: DeskPerformance): boolean {
  const state = stateOf(event, performance)
  return performance.booked === 0 && (state === "draft" || state === "scheduled")
}

/** People have decided by its times and prices. A draft has been seen by no one. */
export function isSaleOpened(
  { publishedAt }: Pick<DeskEvent, "publishedAt">,
  { saleOpensAt }: Pick<DeskPerformance, "saleOpensAt">,
  nowMs = Date.now(),
): boolean {
  return publishedAt !== null && Date.parse(saleOpensAt) <= nowMs
}
