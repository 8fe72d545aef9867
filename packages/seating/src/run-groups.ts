import type { PricedArea } from "@podo/catalog/sale-terms.queries"
import type { BestPlaces } from "@podo/contract/seating"
import { levelsOf } from "./sale-fields.ts"

// As in runs.lua.
const [EVERYTHING, FIRST_PRICE, FIRST_AREA] = [0, 1, 201]

type Wishes = Pick<BestPlaces, "area" | "price" | "priceMax">

/** The groups of runs that somebody asks for; nothing where the area is none of this hall. */
export function groupsAskedFor(areas: PricedArea[], wishes: Wishes): number[] | undefined {
  const isAskedFor = (price: number) =>
    (wishes.price === undefined || price === wishes.price) &&
    (wishes.priceMax === undefined || price <= wishes.priceMax)
  if (wishes.area !== undefined) {
    const at = areas.findIndex(({ area }) => area === wishes.area)
    const area = areas[at]
    if (!area) return undefined
    return isAskedFor(area.price) ? [FIRST_AREA + at] : []
  }
  const levels = levelsOf(areas)
  const groups = levels.flatMap((price, level) => (isAskedFor(price) ? [FIRST_PRICE + level] : []))
  return groups.length === levels.length ? [EVERYTHING] : groups
}
