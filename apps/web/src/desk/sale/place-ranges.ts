import type { Plan, Seat } from "@podo/contract/seating"
import { areaOfPlace, seatOfPlace } from "../../map/plan-query.ts"

/** A place as people call it: the row is null where nobody sits. */
export type NamedPlace = {
  place: number
  areaName: string
  areaEnglishName: string | null
  row: string | null
  number: number
}

type RowOfPlaces = { row: string | null; numbers: number[]; places: number[] }
type AreaOfPlaces = { areaName: string; areaEnglishName: string | null; rows: RowOfPlaces[] }

const rowOrder = new Intl.Collator("en", { numeric: true }).compare

/** By area and row, each in its order, whatever order they came in. */
export function placesByArea(places: readonly NamedPlace[]): AreaOfPlaces[] {
  const inOrder = places.toSorted((a, b) => a.place - b.place)
  const areas = [...Map.groupBy(inOrder, ({ areaName }) => areaName)]
  return areas.map(([areaName, members]) => ({
    areaName,
    areaEnglishName: members[0]?.areaEnglishName ?? null,
    rows: rowsOf(members),
  }))
}

function rowsOf(places: readonly NamedPlace[]): RowOfPlaces[] {
  const rows = [...Map.groupBy(places, ({ row }) => row)]
  return rows
    .map(([row, members]) => ({
      row,
      numbers: members.map(({ number }) => number).toSorted((a, b) => a - b),
      places: members.map(({ place }) => place),
    }))
    .toSorted((a, b) => rowOrder(a.row ?? "", b.row ?? ""))
}

/** 1, 2, 3, 5 → "1–3", "5". */
export function rangesOf(numbers: readonly number[]): string[] {
  const runs: [number, number][] = []
  for (const number of numbers) {
    const last = runs.at(-1)
    if (last !== undefined && number === last[1] + 1) last[1] = number
    else runs.push([number, number])
  }
  return runs.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`))
}

/** "A-1–5, A-7": the way a row and its numbers are written on a door list. */
function rowInWords({ row, numbers }: RowOfPlaces): string {
  return rangesOf(numbers)
    .map((range) => (row === null ? range : `${row}-${range}`))
    .join(", ")
}

/** "VIP A-1–5, A-7 · Floor 118". */
export function placesInWords(
  places: readonly NamedPlace[],
  named: (korean: string, english: string | null) => string,
): string {
  return placesByArea(places)
    .map(({ areaName, areaEnglishName, rows }) =>
      [named(areaName, areaEnglishName), rows.map(rowInWords).join(", ")].join(" "),
    )
    .join(" · ")
}

/** `seats` are in the order of places. Undefined for one that has not been read yet: nobody knows its row. */
export function nameOfPlace(
  plan: Plan,
  seats: readonly Seat[],
  place: number,
): NamedPlace | undefined {
  const area = areaOfPlace(plan, place)
  if (area === undefined) return undefined
  const { name: areaName, englishName: areaEnglishName, firstPlace } = area
  const facts = { place, areaName, areaEnglishName }
  const seat = seatOfPlace(seats, place)
  if (seat !== undefined) return { ...facts, row: seat.row, number: seat.number }
  if (area.kind === "seated") return undefined
  return { ...facts, row: null, number: place - firstPlace + 1 }
}
