import { memo, useMemo } from "react"
import { isInside, type Box } from "./plan-geometry.ts"
import { lookOf, type Marked } from "./seat-look.ts"
import type { PlacedSeat } from "./seat-rows.ts"
import type { Zoom } from "./use-zoom.ts"
import { onPlan } from "./zoom-limits.ts"

/** In plan units: while the view moves within one step, the same numbers stay drawn. */
const STEP = 80

type SeatNumbersProps = { seats: readonly PlacedSeat[]; marked: Marked; zoom: Zoom }

/**
 * Numbers on the seats that can be had, for the eye only: each seat's own name says its number.
 * Only those in sight, because browsers lay out every text anew at each change of scale.
 */
export function SeatNumbers({ seats, marked, zoom }: SeatNumbersProps) {
  const { view, size } = zoom
  const from = onPlan(view, { x: 0, y: 0 })
  const to = onPlan(view, { x: size.width, y: size.height })
  const left = Math.floor(from.x / STEP) * STEP
  const top = Math.floor(from.y / STEP) * STEP
  const right = Math.ceil(to.x / STEP) * STEP
  const bottom = Math.ceil(to.y / STEP) * STEP
  const inSight: Box = useMemo(
    () => ({ x: left, y: top, width: right - left, height: bottom - top }),
    [left, top, right, bottom],
  )
  return <Numbers seats={seats} marked={marked} inSight={inSight} />
}

type NumbersProps = Omit<SeatNumbersProps, "zoom"> & { inSight: Box }

const Numbers = memo(function Numbers({ seats, marked, inSight }: NumbersProps) {
  const numbered = seats.filter(
    (seat) => !seat.accessible && isInside(inSight, seat) && lookOf(seat.place, marked) === "open",
  )
  return (
    <g aria-hidden="true">
      {numbered.map(({ place, number, x, y }) => (
        <text key={place} className="seat-number" x={x} y={y}>
          {number}
        </text>
      ))}
    </g>
  )
})
