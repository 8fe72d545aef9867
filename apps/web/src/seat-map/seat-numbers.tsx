import { memo } from "react"
import { lookOf, type Marked } from "./seat-look.ts"
import type { SeatBlock } from "./seat-rows.ts"

type SeatNumbersProps = { blocks: readonly SeatBlock[]; marked: Marked }

/** Numbers on the seats that can be had, for the eye only: each seat's own name says its number. */
export const SeatNumbers = memo(function SeatNumbers({ blocks, marked }: SeatNumbersProps) {
  return (
    <g aria-hidden="true">
      {blocks.flatMap(({ rows }) =>
        rows.flatMap(({ seats }) =>
          seats
            .filter(({ place, accessible }) => !accessible && lookOf(place, marked) === "open")
            .map(({ place, number, x, y }) => (
              <text key={place} className="seat-number" x={x} y={y}>
                {number}
              </text>
            )),
        ),
      )}
    </g>
  )
})
