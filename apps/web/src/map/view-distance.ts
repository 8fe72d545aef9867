import type { Corner } from "@podo/contract/seating"
import { isWithin, pointOf, type Point } from "./plan-geometry.ts"
import { SEAT_PITCH } from "./seat-rows.ts"

/** Seats of one row stand half a metre apart. */
const UNITS_PER_METRE = SEAT_PITCH / 0.5

/** Metres from a seat to the stage's nearest edge, as the plan draws them; undefined where no stage is drawn. */
export function viewDistance(stage: readonly Corner[], seat: Point): number | undefined {
  if (stage.length < 2) return undefined
  if (isWithin(stage, seat)) return 0
  const edges = stage.map((corner, index) => [corner, stage[index + 1] ?? stage[0] ?? corner])
  const units = edges.map(([from = [0, 0], to = [0, 0]]) =>
    distanceToEdge(seat, pointOf(from), pointOf(to)),
  )
  return Math.min(...units) / UNITS_PER_METRE
}

function distanceToEdge(point: Point, from: Point, to: Point): number {
  const across = { x: to.x - from.x, y: to.y - from.y }
  const length = across.x ** 2 + across.y ** 2
  const along = (point.x - from.x) * across.x + (point.y - from.y) * across.y
  const part = length === 0 ? 0 : Math.min(1, Math.max(0, along / length))
  return Math.hypot(point.x - from.x - part * across.x, point.y - from.y - part * across.y)
}
