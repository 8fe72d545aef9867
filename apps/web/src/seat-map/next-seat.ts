import type { Point } from "./plan-geometry.ts"

export type Direction = "left" | "right" | "up" | "down"

export const directionOf: Partial<Record<string, Direction>> = {
  ArrowLeft: "left",
  ArrowRight: "right",
  ArrowUp: "up",
  ArrowDown: "down",
}

type Placed = Point & { place: number }

const headings: Record<Direction, Point> = {
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
  up: { x: 0, y: -1 },
  down: { x: 0, y: 1 },
}

/** Straying sideways costs more than going ahead; past this slope a seat lies in another direction. */
const SIDEWAYS = 2
const WIDEST_SLOPE = 2
const ALONG_ROW = 0.5
const ACROSS_ROW = 3
/** The cosine of 50°: steeper than this, the row does not lead this way. */
const LEADS_THERE = 0.64

/**
 * The seat that an arrow key goes to: geometrically the nearest one ahead. Along its row it keeps to
 * the row, because a curved row climbs away from the straight line; across it, it leaves the row.
 */
export function nextSeat<S extends Placed>(
  seats: readonly S[],
  from: S,
  direction: Direction,
  inOwnRow: (seat: S) => boolean,
): S | undefined {
  const heading = headings[direction]
  let best: S | undefined
  let bestCost = Infinity
  for (const seat of seats) {
    const dx = seat.x - from.x
    const dy = seat.y - from.y
    const ahead = dx * heading.x + dy * heading.y
    const aside = Math.abs(dx * heading.y - dy * heading.x)
    if (ahead <= 0.5 || aside > WIDEST_SLOPE * ahead) continue
    const rowWay = ahead / Math.hypot(dx, dy) > LEADS_THERE ? ALONG_ROW : ACROSS_ROW
    const cost = (ahead + SIDEWAYS * aside) * (inOwnRow(seat) ? rowWay : 1)
    if (cost < bestCost) {
      bestCost = cost
      best = seat
    }
  }
  return best
}
