import type { Corner } from "@podo/contract/seating"

/** From the middle of a seat to the edge of its area. */
const MARGIN = 8

const turn = ([ax, ay]: Corner, [bx, by]: Corner, [cx, cy]: Corner) =>
  (bx - ax) * (cy - ay) - (by - ay) * (cx - ax)

/** One side of a hull: the points that are passed when one walks along it (Andrew's monotone chain). */
function sideOf(points: Corner[]): Corner[] {
  const side: Corner[] = []
  for (const point of points) {
    for (;;) {
      const [before, last] = side.slice(-2)
      if (!before || !last || turn(before, last, point) > 0) break
      side.pop()
    }
    side.push(point)
  }
  return side.slice(0, -1)
}

/** The smallest convex polygon with room around each of these seats. */
export function hullAround(seats: { x: number; y: number }[]): Corner[] {
  const corners = seats.flatMap(({ x, y }): Corner[] => [
    [x - MARGIN, y - MARGIN],
    [x + MARGIN, y - MARGIN],
    [x + MARGIN, y + MARGIN],
    [x - MARGIN, y + MARGIN],
  ])
  const inOrder = corners.toSorted(([ax, ay], [bx, by]) => ax - bx || ay - by)
  return [...sideOf(inOrder), ...sideOf(inOrder.toReversed())]
}

export const rectangle = (x: number, y: number, [width, height]: Corner): Corner[] => [
  [x, y],
  [x + width, y],
  [x + width, y + height],
  [x, y + height],
]

export type Box = { left: number; top: number; right: number; bottom: number }

/** The box around all of these corners; null of none. */
export function boxOf(corners: Iterable<Corner>): Box | null {
  let box: Box | null = null
  for (const [x, y] of corners) {
    box ??= { left: x, top: y, right: x, bottom: y }
    box.left = Math.min(box.left, x)
    box.top = Math.min(box.top, y)
    box.right = Math.max(box.right, x)
    box.bottom = Math.max(box.bottom, y)
  }
  return box
}
