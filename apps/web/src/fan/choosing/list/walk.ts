import type { Seat } from "@podo/contract/seating"
import type { Row } from "./rows.ts"

type Key = { key: string; ctrlKey: boolean }

/**
 * Where a key leads from a seat of the list: along its row, or to the nearest seat of the next row. Undefined:
 * nowhere, "elsewhere": the key is not the list's.
 */
export function walkFrom(
  rows: readonly Row[],
  place: number,
  { key, ctrlKey }: Key,
): Seat | undefined | "elsewhere" {
  const at = rows.findIndex(({ seats }) => seats.some((seat) => seat.place === place))
  const row = rows[at]?.seats ?? []
  const index = row.findIndex((seat) => seat.place === place)
  const from = row[index]
  if (from === undefined) return undefined
  switch (key) {
    case "ArrowLeft":
      return row[index - 1]
    case "ArrowRight":
      return row[index + 1]
    case "ArrowUp":
      return nearest(rows[at - 1], from)
    case "ArrowDown":
      return nearest(rows[at + 1], from)
    case "Home":
      return ctrlKey ? rows[0]?.seats[0] : row[0]
    case "End":
      return ctrlKey ? rows.at(-1)?.seats.at(-1) : row.at(-1)
    default:
      return "elsewhere"
  }
}

/** By the plan: rows begin and end anywhere, and those of a stadium look every way. */
function nearest(row: Row | undefined, { x, y }: Seat): Seat | undefined {
  const away = (seat: Seat) => Math.hypot(seat.x - x, seat.y - y)
  return row?.seats.reduce((best, seat) => (away(seat) < away(best) ? seat : best))
}
