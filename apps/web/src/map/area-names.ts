import type { Corner } from "@podo/contract/seating"
import { boxAround, centreOf, isWithin, widened, type Box, type Point } from "./plan-geometry.ts"
import type { PointIndex } from "./seat-index.ts"
import { SEAT_PITCH, seatAt, type PlacedSeat, type SeatBlock, type SeatRow } from "./seat-rows.ts"

export const NAME_SIZE = 10

type AreaNameSpot = { middle: Point; box: Box }

/** Where row letters stand. */
const LETTERS = 2 * SEAT_PITCH
/** Wider than any aisle: the middle is another area's. */
const AISLE = 3 * SEAT_PITCH

/** The parts that a name must not cover. */
type Around = {
  seats: PointIndex<PlacedSeat>
  letters: PointIndex<Point>
  stage: readonly Corner[]
}

/**
 * A spot for each area's name that covers no seat, no row's letter and no stage, and stands nearer to the area's own seats than
 * to others': before its first row, beside it, or behind it.
 */
export function areaNameSpotsOf(
  blocks: readonly SeatBlock[],
  { seats, letters, stage }: Around,
): Map<string, AreaNameSpot> {
  const spots = new Map<string, AreaNameSpot>()
  // One area alone is named above the map by whoever chose it.
  if (blocks.length < 2) return spots
  for (const { area, rows } of blocks) {
    // Room for the longer of both names: the spot must not jump with the language.
    const width = Math.max(area.name.length, (area.englishName ?? "").length * 0.6) * NAME_SIZE
    const own = ({ place }: PlacedSeat) =>
      place >= area.firstPlace && place < area.firstPlace + area.capacity
    const isNear = (box: Box) => {
      const nearest = seats.nearest(centreOf(box), Infinity)
      return nearest !== undefined && own(nearest)
    }
    const free = candidatesOf(rows, width).find(
      (box) =>
        isNear(box) &&
        !edgeOf(box).some((point) => isWithin(stage, point)) &&
        seats.isFree(widened(box, SEAT_PITCH / 2)) &&
        letters.isFree(widened(box, SEAT_PITCH / 2)) &&
        ![...spots.values()].some((other) => overlaps(box, other.box)),
    )
    if (free) spots.set(area.area, { middle: centreOf(free), box: free })
  }
  return spots
}

function candidatesOf(rows: readonly SeatRow[], width: number): Box[] {
  const seats = rows.flatMap((row) => row.seats)
  const own = boxAround(seats)
  const { x, y } = centreOf(own)
  const front = seatAt(seats, { x, y: own.y }, Infinity)
  const behind = seatAt(seats, { x, y: own.y + own.height }, Infinity)
  // A fan is narrower at its middle than where its last row ends.
  const level = seats.filter((seat) => Math.abs(seat.y - y) < 2 * SEAT_PITCH)
  const beside = level.length > 0 ? boxAround(level) : own
  const gap = SEAT_PITCH / 2 + NAME_SIZE
  const aside = LETTERS + width / 2
  const middles: Point[] = [
    ...(front && Math.abs(front.x - x) < AISLE ? [{ x, y: front.y - gap }] : []),
    ...beyond(rows[0], rows[1], width),
    { x: beside.x - aside, y },
    { x: beside.x + beside.width + aside, y },
    ...beyond(rows.at(-1), rows.at(-2), width),
    { x, y: (behind?.y ?? y) + gap },
  ]
  return middles.map((middle) => ({
    x: middle.x - width / 2,
    y: middle.y - NAME_SIZE / 2,
    width,
    height: NAME_SIZE,
  }))
}

/** Beyond the middle of an outer row, away from the next: sections round a field are turned every way. */
function beyond(outer: SeatRow | undefined, next: SeatRow | undefined, width: number): Point[] {
  const [before, from] = outer?.seats.slice((outer.seats.length >> 1) - 1) ?? []
  const to = from && next && seatAt(next.seats, from, AISLE)
  if (!before || !to || !seatAt([before], from, AISLE)) return []
  const apart = Math.hypot(from.x - to.x, from.y - to.y)
  const [x, y] = [(from.x - to.x) / apart, (from.y - to.y) / apart]
  // As far as the name reaches in this direction, and a little more.
  const away = SEAT_PITCH + (Math.abs(x) * width + Math.abs(y) * NAME_SIZE) / 2
  return [{ x: from.x + x * away, y: from.y + y * away }]
}

/** Close enough to each other that no stage is between two of them. */
const edgeOf = ({ x, y, width, height }: Box): Point[] =>
  [0, 0.25, 0.5, 0.75, 1].flatMap((part) => [
    { x: x + part * width, y },
    { x: x + part * width, y: y + height },
  ])

const overlaps = (a: Box, b: Box) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
