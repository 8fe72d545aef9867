import { memo } from "react"
import type { House } from "./house.ts"

type SeatRingsProps = { house: House; gone: ReadonlySet<number>; focused: number | undefined }

/** What must not be hidden by a neighbouring seat: the focus, and the seats that were just lost. */
export const SeatRings = memo(function SeatRings({ house, gone, focused }: SeatRingsProps) {
  const seat = focused === undefined ? undefined : house.seatOf.get(focused)
  return (
    <g aria-hidden="true" className="seat-rings">
      {[...gone].map((place) => {
        const lost = house.seatOf.get(place)
        return lost && <circle key={place} className="seat-lost" cx={lost.x} cy={lost.y} r="8" />
      })}
      {seat && (
        <>
          <rect
            className="seat-focus-halo"
            x={seat.x - 6.5}
            y={seat.y - 6.5}
            width="13"
            height="13"
            rx="4"
          />
          <rect
            className="seat-focus"
            x={seat.x - 6.5}
            y={seat.y - 6.5}
            width="13"
            height="13"
            rx="4"
          />
        </>
      )}
    </g>
  )
})
