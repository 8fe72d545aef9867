import type { Place } from "@podo/contract/ids"
import { PLACE_STATES } from "@podo/contract/limits"
import type { PlanArea, Seat } from "@podo/contract/seating"
import { SEAT_PITCH } from "./seat-rows.ts"

type Hall = {
  areas: readonly PlanArea[]
  seats: readonly Seat[]
  /** One character a place, as in PLACE_STATES. */
  places: string
  /** Chosen already: never offered, and good to sit beside. */
  selected: ReadonlySet<number>
}

/** Across an aisle nobody sits together. */
const BESIDE = 1.6 * SEAT_PITCH

/**
 * The nearest open place as good as one that is gone: the same price, the same kind, beside the others
 * chosen where there is such.
 */
export function nearestEqual(lost: number, hall: Hall): Place | undefined {
  const { areas, seats, places, selected } = hall
  const areaOf = (place: number) =>
    areas.find((area) => place >= area.firstPlace && place < area.firstPlace + area.capacity)
  const price = areaOf(lost)?.price
  const was = seats.find(({ place }) => place === lost)
  if (was === undefined) return undefined
  const chosen = seats.filter(({ place }) => selected.has(place) && place !== lost)
  const equal = areas.filter((area) => area.kind === "seated" && area.price === price)

  let best: { place: Place; beside: boolean; distance: number } | undefined
  for (const seat of seats) {
    if (places[seat.place] !== PLACE_STATES.open || seat.place === lost) continue
    if (selected.has(seat.place) || !isSameKind(seat, was)) continue
    if (!equal.some((area) => isOf(area, seat.place))) continue
    const beside = chosen.some((other) => isBeside(seat, other))
    const distance = Math.hypot(seat.x - was.x, seat.y - was.y)
    const isBetter =
      best === undefined || (beside === best.beside ? distance < best.distance : beside)
    if (isBetter) best = { place: seat.place, beside, distance }
  }
  return best?.place
}

const isOf = ({ firstPlace, capacity }: PlanArea, place: number) =>
  place >= firstPlace && place < firstPlace + capacity

const isSameKind = (a: Seat, b: Seat) =>
  a.accessible === b.accessible && a.companion === b.companion

const isBeside = (a: Seat, b: Seat) => a.row === b.row && Math.hypot(a.x - b.x, a.y - b.y) <= BESIDE
