import type { Corner, Plan } from "@podo/contract/seating"

export type Point = { x: number; y: number }
export type Box = { x: number; y: number; width: number; height: number }

/** Room around what is drawn, in plan units: row letters stand in it. */
export const MARGIN = 16

export const pointOf = ([x, y]: Corner): Point => ({ x, y })

export function boxAround(points: readonly Point[], margin = 0): Box {
  if (points.length === 0) return { x: 0, y: 0, width: 1, height: 1 }
  let left = Infinity
  let top = Infinity
  let right = -Infinity
  let bottom = -Infinity
  for (const { x, y } of points) {
    left = Math.min(left, x)
    top = Math.min(top, y)
    right = Math.max(right, x)
    bottom = Math.max(bottom, y)
  }
  return {
    x: left - margin,
    y: top - margin,
    width: right - left + 2 * margin,
    height: bottom - top + 2 * margin,
  }
}

export const centreOf = (box: Box): Point => ({
  x: box.x + box.width / 2,
  y: box.y + box.height / 2,
})

export const cornersOf = ({ x, y, width, height }: Box): Point[] => [
  { x, y },
  { x: x + width, y: y + height },
]

export const widened = ({ x, y, width, height }: Box, by: number): Box => ({
  x: x - by,
  y: y - by,
  width: width + 2 * by,
  height: height + 2 * by,
})

export const isInside = (box: Box, { x, y }: Point) =>
  x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height

/** The centroid of a polygon; of a degenerate one, the middle of its box. */
export function middleOf(outline: readonly Corner[]): Point {
  const corners = outline.map(pointOf)
  let twiceArea = 0
  let x = 0
  let y = 0
  for (const [index, from] of corners.entries()) {
    const to = corners[(index + 1) % corners.length] ?? from
    const cross = from.x * to.y - to.x * from.y
    twiceArea += cross
    x += (from.x + to.x) * cross
    y += (from.y + to.y) * cross
  }
  if (Math.abs(twiceArea) < 1e-6) return centreOf(boxAround(corners))
  return { x: x / (3 * twiceArea), y: y / (3 * twiceArea) }
}

/** Whether a polygon holds all of a box: words that cross its edge would name the neighbour. */
export function holdsBox(outline: readonly Corner[], box: Box): boolean {
  const { x, y, width, height } = box
  const corners: Point[] = [
    { x, y },
    { x: x + width, y },
    { x, y: y + height },
    { x: x + width, y: y + height },
  ]
  return (
    corners.every((corner) => isWithin(outline, corner)) &&
    !outline.some((corner) => isInside(box, pointOf(corner)))
  )
}

/** Counts the edges to the left of the point: an odd number of them is inside. */
export function isWithin(outline: readonly Corner[], { x, y }: Point): boolean {
  let within = false
  for (const [index, [fromX, fromY]] of outline.entries()) {
    const [toX, toY] = outline[(index + 1) % outline.length] ?? [fromX, fromY]
    if (fromY > y === toY > y) continue
    if (fromX + ((y - fromY) / (toY - fromY)) * (toX - fromX) < x) within = !within
  }
  return within
}

export function hallCorners(plan: Plan): Point[] {
  return [...plan.stage, ...plan.areas.flatMap(({ outline }) => outline)].map(pointOf)
}
