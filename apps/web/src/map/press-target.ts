import type { PlanArea } from "@podo/contract/seating"
import { MARKS_PX, showingAt } from "./map-level.ts"
import { isWithin, type Point } from "./plan-geometry.ts"
import { SEAT_PITCH, type PlacedSeat } from "./seat-rows.ts"
import type { Seating } from "./seating.ts"
import { isTappable } from "./zoom-limits.ts"

/** A press beside a seat means the nearest one, up to the middle of the gap behind its row. */
const REACH = 0.75 * SEAT_PITCH
/** A finger is wider than a small seat: what it meant is somewhere below it. */
const FINGER_PX = 22

export type Target = { seat: PlacedSeat } | { area: PlanArea } | { near: Point }
type Press = { point: Point; k: number; byTouch: boolean }

/** The meaning of a press: a seat, an area, or the wish to see more of what is there. */
export function targetAt({ point, k, byTouch }: Press, seating: Seating): Target | undefined {
  const area = areaAt(seating.plan.areas, point)
  if (area?.kind === "standing") return { area }
  if (showingAt(k).seats < 0.5) return area && { area }
  const seat = seating.seatAt(point, byTouch ? Math.max(REACH, FINGER_PX / k) : REACH)
  if (!seat) return seating.blocks.length === 0 ? area && { area } : undefined
  return isAimable(k, byTouch) ? nearestOnly(seat, point) : { near: seat }
}

/** A mouse points at what a finger would cover. */
const isAimable = (k: number, byTouch: boolean) =>
  byTouch ? isTappable(k, SEAT_PITCH) : k * SEAT_PITCH >= MARKS_PX

function nearestOnly(seat: PlacedSeat, point: Point): Target | undefined {
  return Math.hypot(seat.x - point.x, seat.y - point.y) <= REACH ? { seat } : undefined
}

export function areaAt(areas: readonly PlanArea[], point: Point): PlanArea | undefined {
  return areas.find(({ outline }) => isWithin(outline, point))
}
