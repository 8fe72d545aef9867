import type { Plan, PlanArea } from "@podo/contract/seating"
import { countOpen } from "../../map/seat-look.ts"
import { tiersOf } from "../../map/seat-rows.ts"
import { ANY_PRICE, type PriceWish } from "./wish.ts"

/** Everything that costs the same, whichever area it is in. */
export type Grade = {
  price: number
  tier: number
  open: number
  /** The one area that costs this; several have no name in common. */
  only: PlanArea | undefined
  isStanding: boolean
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
      isStanding: of.every(({ kind }) => kind === "standing"),
    }))
    .toSorted((one, other) => other.price - one.price)
}

export const pricesOf = ({ areas }: Pick<Plan, "areas">): number[] => [
  ...new Set(areas.map(({ price }) => price)),
]

/**
 * The meaning of "all prices" here. A person who looks for seats does not want to stand: where standing costs more than
 * every seat, as it does before most stages, it is left out until it is asked for.
 */
export function anyPriceOf({ areas }: Pick<Plan, "areas">): PriceWish {
  const pricesWhere = (kind: PlanArea["kind"]) =>
    areas.filter((area) => area.kind === kind).map(({ price }) => price)
  const [standing, seated] = [pricesWhere("standing"), pricesWhere("seated")]
  const dearest = Math.max(...seated)
  if (standing.length === 0 || seated.length === 0 || Math.min(...standing) <= dearest) {
    return ANY_PRICE
  }
  return { kind: "upTo", price: dearest }
}
