import type { PlanArea } from "@podo/contract/seating"
import { PLACE_STATES } from "@podo/contract/limits"
import type { PlacedSeat } from "./seat-rows.ts"
import type { SeatSpeech } from "../app/language/seat-words.ts"

export type SeatLook = "open" | "selected" | "mine" | "held" | "sold" | "withheld" | "gone"

export type Marked = {
  places: string
  selected: ReadonlySet<number>
  mine: ReadonlySet<number>
  gone: ReadonlySet<number>
}

/** The reader's own state of a place is shown before what the hall knows about it. */
export function lookOf(place: number, { places, selected, mine, gone }: Marked): SeatLook {
  if (gone.has(place)) return "gone"
  if (selected.has(place)) return "selected"
  if (mine.has(place)) return "mine"
  switch (places[place] ?? PLACE_STATES.withheld) {
    case PLACE_STATES.open:
      return "open"
    case PLACE_STATES.held:
      return "held"
    case PLACE_STATES.booked:
      return "sold"
    default:
      // Unknown is never offered.
      return "withheld"
  }
}

const ONLY_OPEN: ReadonlySet<SeatLook> = new Set(["open"])

/** The meaning of a press on this map: `pressable` are the looks of seats that can be selected. */
export const isToggled = (look: SeatLook, full: boolean, pressable = ONLY_OPEN) =>
  look === "selected" || (pressable.has(look) && !full)

/** Why this seat cannot be chosen; undefined if it can. */
export function whyNot(
  look: SeatLook,
  full: boolean,
  { say }: SeatSpeech,
  pressable = ONLY_OPEN,
): string | undefined {
  if (look === "selected") return undefined
  if (look === "open" || pressable.has(look)) return full ? say.whyNot.full : undefined
  return say.whyNot[look]
}

export function countOpen(places: string, firstPlace: number, capacity: number): number {
  let open = 0
  for (let place = firstPlace; place < firstPlace + capacity; place++) {
    if (places[place] === PLACE_STATES.open) open++
  }
  return open
}

type Priced = { area: PlanArea; currency: string }

export function seatLabel(
  seat: PlacedSeat,
  look: SeatLook,
  { area, currency }: Priced,
  { say, named, formats }: SeatSpeech,
): string {
  return [
    say.rowAndNumber(seat.row, seat.number),
    named(area.name, area.englishName),
    formats.money(area.price, currency),
    ...(seat.accessible ? [say.accessible] : []),
    ...(seat.companion ? [say.companion] : []),
    say.looks[look],
  ].join(", ")
}
