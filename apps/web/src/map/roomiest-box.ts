import type { Corner } from "@podo/contract/seating"
import {
  boxAround,
  centreOf,
  holdsBox,
  middleOf,
  pointOf,
  type Box,
  type Point,
} from "./plan-geometry.ts"

/** Odd, so that the middle line of a symmetric area is tried. */
const TRIES_ACROSS = 13
const HALVINGS = 6
/** How much room a caption gives up to stand nearer to the middle of its area. */
const PULL = 0.3

/**
 * The largest box of this shape (width over height) within a polygon: where a caption has most room.
 * The centroid is no such place: that of a bent area, or of a stage with a catwalk, may lie outside.
 */
export function roomiestBox(outline: readonly Corner[], shape: number): Box | undefined {
  const around = boxAround(outline.map(pointOf))
  const middle = middleOf(outline)
  let best: Box | undefined
  let bestScore = 0
  for (const point of [middle, ...gridOver(around)]) {
    const pull = PULL * Math.hypot(point.x - middle.x, point.y - middle.y)
    // Most points are out of the running at once: only a better box is worth the search.
    const box = largestAt(outline, point, { shape, over: bestScore + pull, widest: around.width })
    if (box) {
      best = box
      bestScore = box.width - pull
    }
  }
  return best
}

function gridOver(box: Box): Point[] {
  const { x, y } = centreOf(box)
  const steps = Array.from({ length: TRIES_ACROSS }, (_, step) => step / (TRIES_ACROSS - 1) - 0.5)
  return steps.flatMap((down) =>
    steps.map((across) => ({ x: x + across * box.width, y: y + down * box.height })),
  )
}

type Search = { shape: number; over: number; widest: number }

/** The largest box about a point, if it can be wider than `over`. */
function largestAt(
  outline: readonly Corner[],
  { x, y }: Point,
  { shape, over, widest }: Search,
): Box | undefined {
  const boxOf = (width: number): Box => {
    const height = width / shape
    return { x: x - width / 2, y: y - height / 2, width, height }
  }
  if (!holdsBox(outline, boxOf(over))) return undefined
  let fits = over
  let tooWide = widest
  for (let halving = 0; halving < HALVINGS; halving++) {
    const width = (fits + tooWide) / 2
    if (holdsBox(outline, boxOf(width))) fits = width
    else tooWide = width
  }
  return fits > over ? boxOf(fits) : undefined
}
