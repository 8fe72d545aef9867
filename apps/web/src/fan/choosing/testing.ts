import { Area } from "@podo/contract/ids"
import type { Plan, PlanArea, Seat } from "@podo/contract/seating"

type AreaWishes = { price?: number; kind?: PlanArea["kind"]; capacity?: number; rows?: string[] }

const SEAT_PITCH = 10
const ROW_PITCH = 12

/**
 * A hall drawn with letters: each word is a row, each letter one of its seats, "_" an aisle, "W" a place for a
 * wheelchair, "C" one for who comes along. Rows of all areas stand behind each other.
 */
export function hallOf(wishes: Record<string, AreaWishes>): { plan: Plan; seats: Seat[] } {
  const areas: PlanArea[] = []
  const seats: Seat[] = []
  let place = 0
  let y = 0
  for (const [name, { price = 100, kind = "seated", capacity, rows = [] }] of Object.entries(
    wishes,
  )) {
    const firstPlace = place
    for (const [index, row] of rows.entries()) {
      y += ROW_PITCH
      let number = 0
      for (const [at, letter] of row.split("").entries()) {
        if (letter === "_") continue
        seats.push({
          place: place++,
          row: String.fromCodePoint("A".charCodeAt(0) + index),
          number: ++number,
          x: at * SEAT_PITCH,
          y,
          accessible: letter === "W",
          companion: letter === "C",
        })
      }
    }
    if (kind === "standing") place += capacity ?? 0
    const area = { area: Area.parse(name), name, englishName: null, kind, price, firstPlace }
    areas.push({ ...area, capacity: place - firstPlace, outline: [] })
  }
  return { plan: { width: 0, height: 0, stage: [], currency: "KRW", areas, seats: [] }, seats }
}

/** Everything open but these. */
export function placesBut(count: number, taken: readonly number[]): string {
  const places = Array.from({ length: count }, () => ".")
  for (const place of taken) places[place] = "b"
  return places.join("")
}
