import type { AreaKind } from "@podo/contract/catalog"
import type { AreaTerms } from "@podo/contract/desk-performance"
import type { Area } from "@podo/contract/ids"
import { PLACES_PER_PERFORMANCE_MAX } from "@podo/contract/limits"
import type { FieldProblem } from "../not-valid.ts"

type KnownArea = {
  area: Area
  name: string
  englishName: string | null
  kind: AreaKind
  capacity: number
}

export type PricedArea = KnownArea & { firstPlace: number; price: number }

/**
 * The areas of a hall, in their order, as a performance has them. Where people stand only, each may hold another
 * number of places than in the hall: the places are then numbered anew, one area after another.
 */
export function areasOnSale(
  known: KnownArea[],
  terms: AreaTerms[],
  path: string,
): { areas: PricedArea[]; capacity: number; problems: FieldProblem[] } {
  const byArea = new Map(terms.map((one, index) => [one.area, { ...one, index }]))
  const isSame = known.length === terms.length && known.every(({ area }) => byArea.has(area))
  if (!isSame) return { areas: [], capacity: 0, problems: [{ path, problem: "areas-differ" }] }
  const hasSeats = known.some(({ kind }) => kind === "seated")
  const problems: FieldProblem[] = []
  let capacity = 0
  const areas = known.map(({ area, name, englishName, kind, capacity: usual }) => {
    const chosen = byArea.get(area)
    const places = chosen?.capacity ?? usual
    if (hasSeats && places !== usual) {
      problems.push({ path: `${path}.${chosen?.index}.capacity`, problem: "capacity-fixed" })
    }
    const firstPlace = capacity
    capacity += places
    const price = chosen?.price ?? 0
    return { area, name, englishName, kind, firstPlace, capacity: places, price }
  })
  if (capacity > PLACES_PER_PERFORMANCE_MAX) problems.push({ path, problem: "too-many-places" })
  return { areas, capacity, problems }
}
