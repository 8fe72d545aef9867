import type { ReactNode } from "react"
import type { SeatLook } from "./seat-look.ts"

/** Each state has a shape of its own, so that the map reads without colour. Drawn around (0, 0). */
export function SeatMark(props: { look: SeatLook; accessible?: boolean; turn?: number }) {
  const { look, accessible = false, turn = 0 } = props
  return (
    <>
      {turn === 0 ? bodies[look] : <g transform={`rotate(${turn})`}>{bodies[look]}</g>}
      {look === "open" && accessible ? (
        <path className="seat-wheels" d={WHEELCHAIR} />
      ) : (
        signs[look]
      )}
    </>
  )
}

/** What stands along its row. */
const bodies: Record<SeatLook, ReactNode> = {
  open: <rect className="seat-open" x="-4" y="-4" width="8" height="8" rx="2.2" />,
  selected: <rect className="seat-selected" x="-5" y="-5" width="10" height="10" rx="2.8" />,
  mine: <circle className="seat-mine" r="4.5" />,
  held: (
    <>
      <rect className="seat-held" x="-3.6" y="-3.6" width="7.2" height="7.2" rx="2" />
      <path
        className="seat-held-half"
        d="M-3.1-3.1 3.1 3.1Q2.6 3.6 1.6 3.6h-3.2q-2 0-2-2v-3.2q0-1 .5-1.5Z"
      />
    </>
  ),
  sold: <path className="seat-sold" d="M-1.7-1.7 1.7 1.7M1.7-1.7-1.7 1.7" />,
  withheld: <path className="seat-withheld" d="M-1.8 0h3.6" />,
  gone: null,
}

/** What stays upright on it. */
const signs: Record<SeatLook, ReactNode> = {
  open: null,
  selected: <path className="seat-check" d="M-2.5 .2-.8 2 2.6-1.9" />,
  mine: <path className="seat-star" d={starPath(3.4, 1.45)} />,
  held: null,
  sold: null,
  withheld: null,
  gone: (
    <>
      <path className="seat-gone" d="M0-6.2 6.2 0 0 6.2-6.2 0Z" />
      <path className="seat-alarm" d="M0-3V.6M0 2.6v.05" />
    </>
  ),
}

function starPath(outer: number, inner: number): string {
  const corners = Array.from({ length: 10 }, (_, index) => {
    const radius = index % 2 === 0 ? outer : inner
    const angle = (index * Math.PI) / 5 - Math.PI / 2
    return `${(radius * Math.cos(angle)).toFixed(2)} ${(radius * Math.sin(angle)).toFixed(2)}`
  })
  return `M${corners.join("L")}Z`
}

const WHEELCHAIR = "M-.7-2.6v.05M-.7-1.3V.6H1.3L2 2.5M-.7-.5H1.1M-1.5-.3A1.75 1.75 0 1 0 .9 2"
