import { PLACE_STATES } from "@podo/contract/limits"
import type { Plan, PlanArea, Seat } from "@podo/contract/seating"
import { countOpen } from "../../../map/seat-look.ts"
import { tiersOf } from "../../../map/seat-rows.ts"

/** The part that is looked at: one price or all of them, all seats or those for wheelchairs and who comes along. */
export type Looking = { price: number | undefined; wheelchairs: boolean }

export type Section = { area: PlanArea; tier: number; open: number }

export const isInArea = ({ firstPlace, capacity }: PlanArea, place: number) =>
  place >= firstPlace && place < firstPlace + capacity

/** Sections with something that is looked for, in the hall's order. `wheelchairs` are all such seats of the hall. */
export function sectionsOf(
  { areas }: Pick<Plan, "areas">,
  places: string,
  looking: Looking,
  wheelchairs: readonly Seat[],
): Section[] {
  const tiers = tiersOf(areas)
  return areas
    .filter(({ price }) => looking.price === undefined || price === looking.price)
    .map((area) => ({ area, tier: tiers.get(area.area) ?? 0 }))
    .flatMap((section) => {
      const { area } = section
      if (!looking.wheelchairs) {
        return [{ ...section, open: countOpen(places, area.firstPlace, area.capacity) }]
      }
      const own = wheelchairs.filter(({ place }) => isInArea(area, place))
      const open = own.filter(({ place }) => places[place] === PLACE_STATES.open).length
      return own.length === 0 ? [] : [{ ...section, open }]
    })
}

/** Where nothing is left comes last; otherwise as the hall has them. */
export function soldOutLast(sections: readonly Section[]): Section[] {
  return sections.toSorted((one, other) => Number(one.open === 0) - Number(other.open === 0))
}
