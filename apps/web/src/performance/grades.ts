import type { Plan, PlanArea } from "@podo/contract/seating"
import { countOpen } from "../seat-map/seat-look.ts"
import { tiersOf } from "../seat-map/seat-rows.ts"

/** Everything that costs the same, whichever area it is in. */
export type Grade = {
  price: number
  tier: number
  open: number
  /** The one area that costs this; several have no name in common. */
  only: PlanArea | undefined
}

/** The dearest first. */
export function gradesOf({ areas }: Pick<Plan, "areas">, places: string): Grade[] {
  const tiers = tiersOf(areas)
  const byPrice = Map.groupBy(areas, ({ price }) => price)
  return [...byPrice]
    .map(([price, of]) => ({
      price,
      tier: tiers.get(of[0]?.area ?? "") ?? 0,
      open: of.reduce(
        (sum, { firstPlace, capacity }) => sum + countOpen(places, firstPlace, capacity),
        0,
      ),
      only: of.length === 1 ? of[0] : undefined,
    }))
    .toSorted((one, other) => other.price - one.price)
}

export const pricesOf = ({ areas }: Pick<Plan, "areas">): number[] => [
  ...new Set(areas.map(({ price }) => price)),
]
