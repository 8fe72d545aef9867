import type { Scene } from "./painting.ts"
import { placesWithin } from "./personal-places.ts"
import { lookOf } from "./seat-look.ts"
import type { PlacedSeat } from "./seat-rows.ts"
import { markOf, signsOf, type Shape } from "./seat-shapes.ts"
import type { PaintedRow } from "./seating.ts"

/** One path for each colour and stroke, in plan units. */
export type Dots = { open: Path2D; quiet: Path2D }
export type Marks = ReadonlyMap<Shape, Path2D>

/**
 * The seats of a row as a few paths: a frame fills some of them for each row in sight, however the map is moved
 * and scaled. Seat by seat the same would take a hundred times as long.
 */
export const dotsOf = kept(drawDots)
export const marksOf = kept(drawMarks)

type Drawn<D> = { drawn: D | undefined; isLatest: boolean }

/** Keeps what was drawn for a row until one of its places is different; what is late is what it was, or nothing. */
function kept<D>(draw: (row: PaintedRow, scene: Scene) => D) {
  const known = new WeakMap<PaintedRow, { key: string; drawn: D }>()
  return (row: PaintedRow, scene: Scene, until: number): Drawn<D> => {
    const key = keyOf(row, scene)
    const before = known.get(row)
    if (before?.key === key) return { drawn: before.drawn, isLatest: true }
    if (performance.now() > until) return { drawn: before?.drawn, isLatest: false }
    const drawn = draw(row, scene)
    known.set(row, { key, drawn })
    return { drawn, isLatest: true }
  }
}

function keyOf({ first, last }: PaintedRow, { marked, personal, pressable }: Scene): string {
  const own = placesWithin(personal, first, last)
  const states = marked.places.slice(first, last + 1)
  return own.length === 0 && pressable === undefined
    ? states
    : `${states} ${own.join(",")} ${[...(pressable ?? [])].join(",")}`
}

/** The reader's own places are painted over the rows, one by one. */
const othersOf = ({ seats, first, last }: PaintedRow, { personal }: Scene) => {
  const own = placesWithin(personal, first, last)
  return own.length === 0 ? seats : seats.filter(({ place }) => !own.includes(place))
}

const OPEN_DOT = 4
const QUIET_DOT = 1.5

function drawDots(row: PaintedRow, scene: Scene): Dots {
  const dots = { open: new Path2D(), quiet: new Path2D() }
  for (const seat of othersOf(row, scene)) {
    const look = lookOf(seat.place, scene.marked)
    const stands = look === "open" || (scene.pressable?.has(look) ?? false)
    if (stands) traceSquare(dots.open, seat, OPEN_DOT)
    else traceSquare(dots.quiet, seat, QUIET_DOT)
  }
  return dots
}

function traceSquare(path: Path2D, { x, y, turn }: PlacedSeat, half: number) {
  const radians = (turn * Math.PI) / 180
  const cos = half * Math.cos(radians)
  const sin = half * Math.sin(radians)
  path.moveTo(x - cos + sin, y - sin - cos)
  path.lineTo(x + cos + sin, y + sin - cos)
  path.lineTo(x + cos - sin, y + sin + cos)
  path.lineTo(x - cos - sin, y - sin + cos)
  path.closePath()
}

function drawMarks(row: PaintedRow, scene: Scene): Marks {
  const marks = new Map<Shape, Path2D>()
  const add = (shape: Shape, seat: PlacedSeat, turn: number) => {
    const path = marks.get(shape) ?? new Path2D()
    marks.set(shape, path)
    path.addPath(pathOf(shape), placedAt(seat, turn))
  }
  for (const seat of othersOf(row, scene)) {
    const look = lookOf(seat.place, scene.marked)
    for (const shape of markOf(look, scene.pressable).body) add(shape, seat, seat.turn)
    for (const shape of signsOf(look, seat, scene.pressable)) add(shape, seat, 0)
  }
  return marks
}

function placedAt({ x, y }: PlacedSeat, turn: number): DOMMatrix2DInit {
  const radians = (turn * Math.PI) / 180
  const cos = Math.cos(radians)
  const sin = Math.sin(radians)
  return { a: cos, b: sin, c: -sin, d: cos, e: x, f: y }
}

const paths = new WeakMap<Shape, Path2D>()

export function pathOf(shape: Shape): Path2D {
  const known = paths.get(shape)
  if (known) return known
  const path = new Path2D(shape.d)
  paths.set(shape, path)
  return path
}
