import type { SeatLine } from "./hall-lines.ts"

const median = (numbers: number[]) =>
  numbers.toSorted((one, other) => one - other)[Math.floor((numbers.length - 1) / 2)]

/**
 * How far apart the neighbours of a row stand, in the units of the file: the median, for aisles are wider. Null
 * where no seat has a neighbour.
 */
export function pitchOf(seats: SeatLine[]): number | null {
  const rows = Map.groupBy(seats, ({ area, row }) => JSON.stringify([area, row]))
  const gaps = [...rows.values()].flatMap((row) => {
    const spread = (axis: "x" | "y") => {
      const [least, most] = row.reduce<readonly [number, number]>(
        ([low, high], seat) => [Math.min(low, seat[axis]), Math.max(high, seat[axis])],
        [Infinity, -Infinity],
      )
      return most - least
    }
    const along = spread("x") >= spread("y") ? "x" : "y"
    const inOrder = row.toSorted((one, other) => one[along] - other[along])
    return inOrder.flatMap((seat, index) => {
      const next = inOrder[index + 1]
      const gap = next ? Math.hypot(next.x - seat.x, next.y - seat.y) : 0
      return gap > 0 ? [gap] : []
    })
  })
  return median(gaps) ?? null
}
