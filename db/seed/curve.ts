import type { Corner } from "@podo/contract/seating"

/** A part of a circle. Angles are radians: 0 is left, a quarter turn is away from the stage, a half is right. */
export type Arc = { center: Corner; radius: number; until: number }

/** Arcs that run on from each other without a kink, from left to right; rows are its parallels. */
export type Curve = { from: number; arcs: Arc[] }

/** The angles between which something stands. */
export type Span = { from: number; to: number }

export const radians = (degrees: number) => (degrees * Math.PI) / 180

const rounded = (value: number) => Math.round(value * 10) / 10

/** @param offset how far outside the curve. */
function pointAt(curve: Curve, angle: number, offset: number): Corner {
  const arc = curve.arcs.find(({ until }) => angle <= until) ?? curve.arcs.at(-1)
  if (!arc) throw new Error("A curve has at least one arc.")
  const radius = arc.radius + offset
  return [
    rounded(arc.center[0] - radius * Math.cos(angle)),
    rounded(arc.center[1] + radius * Math.sin(angle)),
  ]
}

/** The parts of a span, one for each arc that it touches. */
function piecesOf(curve: Curve, span: Span, offset: number) {
  let from = curve.from
  return curve.arcs.flatMap(({ radius, until }) => {
    const start = Math.max(span.from, from)
    const end = Math.min(span.to, until)
    from = until
    return end > start ? [{ start, end, radius: radius + offset }] : []
  })
}

const lengthOf = (curve: Curve, span: Span, offset: number) =>
  piecesOf(curve, span, offset).reduce(
    (sum, { start, end, radius }) => sum + (end - start) * radius,
    0,
  )

/** The angle that is reached by walking so far along the span. */
function angleAfter(curve: Curve, span: Span, offset: number, length: number): number {
  let left = length
  for (const { start, end, radius } of piecesOf(curve, span, offset)) {
    const angle = start + left / radius
    if (angle <= end) return angle
    left -= (end - start) * radius
  }
  return span.to
}

/** Cuts a span into parts of equal length. */
export function cut(curve: Curve, span: Span, offset: number, parts: number): Span[] {
  const length = lengthOf(curve, span, offset)
  const angles = Array.from({ length: parts + 1 }, (_, part) =>
    angleAfter(curve, span, offset, (length * part) / parts),
  )
  return angles.slice(0, -1).map((from, part) => ({ from, to: angles[part + 1] ?? span.to }))
}

export type Row = {
  offset: number
  /** Free at either end of the row, from the span's end to the middle of the first seat. */
  margin: number
}

const SEAT_PITCH = 10

/** The middles of a row's seats, from left to right, as many as fit, centred in the span. */
export function seatsAlong(curve: Curve, span: Span, { offset, margin }: Row, most = Infinity) {
  const room = lengthOf(curve, span, offset) - 2 * margin
  const count = Math.min(Math.floor(room / SEAT_PITCH) + 1, most)
  const lead = margin + (room - (count - 1) * SEAT_PITCH) / 2
  return Array.from({ length: count }, (_, seat) =>
    pointAt(curve, angleAfter(curve, span, offset, lead + seat * SEAT_PITCH), offset),
  )
}

const CORNER_STEP = radians(3)

/** Corners along a parallel, from left to right, `inset` away from both ends of the span. */
export function cornersAlong(curve: Curve, span: Span, offset: number, inset: number): Corner[] {
  const length = lengthOf(curve, span, offset)
  const from = angleAfter(curve, span, offset, inset)
  const to = angleAfter(curve, span, offset, length - inset)
  const steps = Math.max(2, Math.ceil((to - from) / CORNER_STEP))
  return Array.from({ length: steps + 1 }, (_, step) =>
    pointAt(curve, from + ((to - from) * step) / steps, offset),
  )
}
