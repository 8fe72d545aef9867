import type { Category, EventSort } from "@podo/contract/catalog"
import { useSearchParams } from "wouter"

export const CATEGORIES = [
  "musical",
  "concert",
  "festival",
  "play",
  "classical",
  "sports",
] as const satisfies Category[]

export const SORTS = ["soonest", "newest", "most-booked"] as const satisfies EventSort[]

export type Listing = { category: Category | undefined; sort: EventSort; search: string }

/** What the home page shows lives in its address: it can be shared, reloaded and gone back to. */
export function useListing(): [Listing, (change: Partial<Listing>) => void] {
  const [params, setParams] = useSearchParams()
  const listing: Listing = {
    category: CATEGORIES.find((category) => category === params.get("category")),
    sort: SORTS.find((sort) => sort === params.get("sort")) ?? "soonest",
    search: params.get("search") ?? "",
  }
  const change = (changed: Partial<Listing>) => {
    setParams(() => paramsOf({ ...listing, ...changed }), { replace: true })
  }
  return [listing, change]
}

function paramsOf({ category, sort, search }: Listing): URLSearchParams {
  const params = new URLSearchParams()
  if (category !== undefined) params.set("category", category)
  if (sort !== "soonest") params.set("sort", sort)
  if (search.trim() !== "") params.set("search", search.trim())
  return params
}
