import type { Category, EventSort } from "@podo/contract/catalog"
import { RANGE_DAYS_MAX } from "@podo/contract/limits"
import { useSearchParams } from "wouter"
import { CATEGORIES } from "../../app/language/categories.ts"
import { daysBetween, isLocalDay, type LocalDay } from "../../app/calendar/local-day.ts"

export const SORTS = ["soonest", "newest", "most-booked"] as const satisfies EventSort[]

export const SPANS = ["today", "weekend", "month"] as const
export type Span = (typeof SPANS)[number]

/** Days of the house's calendar, both included. */
export type DayRange = { from: LocalDay; to: LocalDay }

export type Listing = {
  category: Category | undefined
  sort: (typeof SORTS)[number]
  search: string
  when: Span | DayRange | undefined
  onlyLeft: boolean
}

export const EVERYTHING: Listing = {
  category: undefined,
  sort: "soonest",
  search: "",
  when: undefined,
  onlyLeft: false,
}

/** Nothing is searched for and nothing left out; the order is no condition. */
export function isEverything({ category, search, when, onlyLeft }: Listing): boolean {
  return category === undefined && search.trim() === "" && when === undefined && !onlyLeft
}

export type ChangeListing = (change: Partial<Listing>) => void

/**
 * The listing of the home page lives in its address: it can be shared, reloaded and gone back to.
 * A change is a step that the back button undoes; while one types, the whole search is one step.
 */
export function useListing(): [Listing, ChangeListing] {
  const [params, setParams] = useSearchParams()
  const listing = listingOf(params)
  const change = (changed: Partial<Listing>) => {
    const isTyping = changed.search !== undefined && listing.search !== "" && changed.search !== ""
    setParams(() => paramsOf({ ...listing, ...changed }), { replace: isTyping })
  }
  return [listing, change]
}

/** An address may be written by hand: what makes no sense in it is left out. */
export function listingOf(params: URLSearchParams): Listing {
  return {
    category: CATEGORIES.find((category) => category === params.get("category")),
    sort: SORTS.find((sort) => sort === params.get("sort")) ?? "soonest",
    search: params.get("search") ?? "",
    when: SPANS.find((span) => span === params.get("when")) ?? rangeOf(params),
    onlyLeft: params.get("places") === "left",
  }
}

function rangeOf(params: URLSearchParams): DayRange | undefined {
  const [from, to] = [params.get("from"), params.get("to")]
  if (!isLocalDay(from) || !isLocalDay(to)) return undefined
  const days = daysBetween(from, to) + 1
  return days >= 1 && days <= RANGE_DAYS_MAX ? { from, to } : undefined
}

export function paramsOf({ category, sort, search, when, onlyLeft }: Listing): URLSearchParams {
  const params = new URLSearchParams()
  if (category !== undefined) params.set("category", category)
  if (sort !== "soonest") params.set("sort", sort)
  if (search.trim() !== "") params.set("search", search.trim())
  if (typeof when === "string") params.set("when", when)
  if (typeof when === "object") {
    params.set("from", when.from)
    params.set("to", when.to)
  }
  if (onlyLeft) params.set("places", "left")
  return params
}
