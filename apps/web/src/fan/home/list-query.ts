import type { EventCard, EventPage, ListEvents } from "@podo/contract/catalog"
import { SEARCH_CHARS_MAX } from "@podo/contract/limits"
import {
  houseMidnight,
  lastOfMonth,
  type LocalDay,
  plusDays,
  weekdayOf,
} from "../../app/calendar/local-day.ts"
import type { DayRange, Listing, Span } from "./listing.ts"

export type ListInput = Partial<Omit<ListEvents, "cursor">>

/** The question to ask. Whole days, so that everybody who asks on one day asks for the same. */
export function listInput(listing: Listing, today: LocalDay): ListInput {
  const { category, sort, when, onlyLeft } = listing
  const search = listing.search.trim().slice(0, SEARCH_CHARS_MAX)
  const range = when === undefined ? undefined : daysOfSpan(when, today)
  return {
    sort,
    ...(category && { category }),
    ...(search && { search }),
    ...(range && { from: houseMidnight(range.from), to: houseMidnight(plusDays(range.to, 1)) }),
    ...(onlyLeft && { withPlaces: true }),
  }
}

const SUNDAY = 0
const SATURDAY = 6

/** The rest of today, of the weekend that is on or comes next, of this month. */
export function daysOfSpan(when: Span | DayRange, today: LocalDay): DayRange {
  if (typeof when === "object") return when
  switch (when) {
    case "today":
      return { from: today, to: today }
    case "weekend": {
      const weekday = weekdayOf(today)
      if (weekday === SUNDAY) return { from: today, to: today }
      const saturday = plusDays(today, SATURDAY - weekday)
      return { from: saturday, to: plusDays(saturday, 1) }
    }
    case "month":
      return { from: today, to: lastOfMonth(today) }
  }
}

const ENOUGH = 8
const ASKED_MAX = 8

type Ask = (cursor: string | null) => Promise<EventPage>

/**
 * A page worth looking at. With only what has places left, a page of the server may be short or empty
 * although more follows: it is gone on with, though not for ever.
 */
export async function coalesceEvents(ask: Ask, from: string | null): Promise<EventPage> {
  const events: EventCard[] = []
  let cursor = from
  for (let asked = 0; asked < ASKED_MAX; asked++) {
    const page = await ask(cursor)
    events.push(...page.events)
    cursor = page.nextCursor
    if (cursor === null || events.length >= ENOUGH) break
  }
  return { events, nextCursor: cursor }
}
