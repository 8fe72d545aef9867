import type { PlanArea } from "@podo/contract/seating"
import { countOpen } from "./seat-look.ts"
import { tiersOf } from "./seat-rows.ts"
import type { SeatSpeech } from "../app/language/seat-words.ts"

export type AreaFilling = { area: PlanArea; tier: number; open: number }

/** A filling keeps its identity as long as nothing about it changes: what was worked out for it stays true. */
export function fillingsOf(areas: readonly PlanArea[], places: string): AreaFilling[] {
  const tiers = tiersOf(areas)
  return areas.map((area) => {
    const open = countOpen(places, area.firstPlace, area.capacity)
    const known = latest.get(area)
    if (known?.open === open) return known
    const filling = { area, tier: tiers.get(area.area) ?? 0, open }
    latest.set(area, filling)
    return filling
  })
}

const latest = new WeakMap<PlanArea, AreaFilling>()

export function leftWords({ area, open }: AreaFilling, { say, formats }: SeatSpeech): string {
  if (open === 0) return say.soldOut
  const count = formats.number(open)
  return area.kind === "standing" ? say.placesLeft(count) : say.seatsLeft(count)
}

/** For a map, where every letter takes room. */
export function shortLeftWords({ area, open }: AreaFilling, { say, formats }: SeatSpeech): string {
  if (open === 0) return say.soldOut
  const count = formats.number(open)
  return area.kind === "standing" ? say.shortPlacesLeft(count) : say.shortLeft(count)
}
