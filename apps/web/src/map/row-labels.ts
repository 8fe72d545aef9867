import { widened, type Point } from "./plan-geometry.ts"
import type { PointIndex } from "./seat-index.ts"
import { SEAT_PITCH, type PlacedSeat, type SeatBlock } from "./seat-rows.ts"

/** `rank`: the row's position within its area; when rows are small only every second or third is lettered. */
export type RowLabel = Point & { key: string; text: string; rank: number }

const OFFSET = SEAT_PITCH
const CLEAR = 0.6 * SEAT_PITCH
const SAME_AISLE = 1.6 * SEAT_PITCH

/** Row letters beside both ends of each row; once where two ends face each other across an aisle. */
export function rowLabelsOf(
  blocks: readonly SeatBlock[],
  seats: PointIndex<PlacedSeat>,
): RowLabel[] {
  const labels = new Map<string, RowLabel[]>()
  for (const { rows } of blocks) {
    for (const [rank, { key, row, seats: members }] of rows.entries()) {
      for (const [end, point] of endsOf(members).entries()) {
        if (!seats.isFree(widened({ ...point, width: 0, height: 0 }, CLEAR))) continue
        const alike = labels.get(row) ?? []
        labels.set(row, alike)
        const twin = alike.find(
          (label) => Math.hypot(label.x - point.x, label.y - point.y) < SAME_AISLE,
        )
        if (twin) {
          twin.x = (twin.x + point.x) / 2
          twin.y = (twin.y + point.y) / 2
        } else alike.push({ key: `${key}/${end}`, text: row, rank, ...point })
      }
    }
  }
  return [...labels.values()].flat()
}

function endsOf(row: readonly PlacedSeat[]): Point[] {
  const first = row[0]
  const last = row.at(-1)
  if (!first || !last) return []
  return [beyond(first, row[1]), beyond(last, row.at(-2), 1)]
}

/** One step outward from an end seat, away from its neighbour in the row. */
function beyond(end: Point, inner: Point | undefined, sign = -1): Point {
  const length = inner ? Math.hypot(end.x - inner.x, end.y - inner.y) : 0
  if (!inner || length === 0) return { x: end.x + sign * OFFSET, y: end.y }
  return {
    x: end.x + ((end.x - inner.x) / length) * OFFSET,
    y: end.y + ((end.y - inner.y) / length) * OFFSET,
  }
}

/** Letters of this many pixels would touch: show each nth row's only. */
export function rowLabelStep(k: number, letterPx: number): number {
  return Math.max(1, Math.ceil(letterPx / (SEAT_PITCH * k)))
}
