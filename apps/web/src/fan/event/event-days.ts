import type { EventDetail, PerformanceOnSale, SaleState } from "@podo/contract/catalog"
import { daysBetween, type LocalDay, localDay } from "../../app/calendar/local-day.ts"

/** Above this many dates a list is too long to find a day in. */
const LISTED_MAX = 8

type DayState = SaleState | "cancelled"

/** One day of an event, in its own zone: most have one performance, some a matinee as well. */
export type EventDay = {
  day: LocalDay
  performances: PerformanceOnSale[]
  state: DayState
  /** Places that can be had on that day. */
  remaining: number
  mine: boolean
}

/** A festival's days, and what has too many dates for a list, are chosen from a month calendar. */
export function hasCalendar(event: EventDetail): boolean {
  if (event.performances.length > LISTED_MAX) return true
  return daysOf(event).length > 1 && event.performances.every(isStandingOnly)
}

export function isStandingOnly({ areas }: PerformanceOnSale): boolean {
  return areas.every(({ kind }) => kind === "standing")
}

export function daysOf({ performances, timeZone }: EventDetail): EventDay[] {
  const byDay = Map.groupBy(performances, ({ startsAt }) => localDay(startsAt, timeZone))
  return [...byDay]
    .map(([day, shows]) => dayOf(day, shows))
    .toSorted((one, other) => (one.day < other.day ? -1 : 1))
}

function dayOf(day: LocalDay, performances: PerformanceOnSale[]): EventDay {
  const state = stateOf(performances)
  const sameState = performances.filter(({ saleState }) => saleState === state)
  return {
    day,
    performances,
    state,
    remaining: sameState.reduce((sum, { remaining }) => sum + remaining, 0),
    mine: performances.some(({ mine }) => mine),
  }
}

const MOST_WELCOME_FIRST = ["open", "scheduled", "sold-out", "closed"] as const

function stateOf(performances: PerformanceOnSale[]): DayState {
  const states = performances
    .filter(({ cancelled }) => !cancelled)
    .map(({ saleState }) => saleState)
  if (states.length === 0) return "cancelled"
  return MOST_WELCOME_FIRST.find((state) => states.includes(state)) ?? "closed"
}

/** There is something to see or to do there: what is over or cancelled is only shown. */
export function isPickable({ state, mine }: EventDay): boolean {
  return state !== "cancelled" && (state !== "closed" || mine)
}

/** The day with places that is nearest to this one; of two that are as near, the later. */
export function nearestOpenDay(
  days: readonly EventDay[],
  from: LocalDay,
  wanted = 1,
): EventDay | undefined {
  const distance = ({ day }: EventDay) => {
    const away = daysBetween(from, day)
    return away > 0 ? away - 0.5 : -away
  }
  return days
    .filter(({ day, state, remaining }) => day !== from && state === "open" && remaining >= wanted)
    .toSorted((one, other) => distance(one) - distance(other))[0]
}

/** Where a calendar begins to be read: the first day that can be had, or will be. */
export function firstWelcomeDay(days: readonly EventDay[]): EventDay | undefined {
  const first = (state: DayState) => days.find((each) => each.state === state)
  return first("open") ?? first("scheduled") ?? first("sold-out") ?? days.at(-1)
}
