import { use } from "react"
import type { SeatLook } from "./seat-look.ts"
import { SeatRules } from "./seat-rules.ts"
import { INKS, markOf, signsOf, type Ink, type Shape } from "./seat-shapes.ts"

type SeatMarkProps = {
  look: SeatLook
  accessible?: boolean
  companion?: boolean
  turn?: number
}

/** One seat as the map paints it, for legends and cards. Drawn around (0, 0). */
export function SeatMark({ look, turn = 0, ...kind }: SeatMarkProps) {
  const { pressable } = use(SeatRules)
  return (
    <>
      <g {...(turn !== 0 && { transform: `rotate(${turn})` })}>
        <Shapes shapes={markOf(look, pressable).body} />
      </g>
      <Shapes shapes={signsOf(look, kind, pressable)} />
    </>
  )
}

function Shapes({ shapes }: { shapes: readonly Shape[] }) {
  return shapes.map(({ d, fill, stroke, width }) => (
    <path
      key={d}
      d={d}
      strokeLinecap="round"
      strokeLinejoin="round"
      style={{ fill: inkOf(fill), stroke: inkOf(stroke), strokeWidth: width }}
    />
  ))
}

const inkOf = (ink: Ink | undefined) => (ink === undefined ? "none" : `var(${INKS[ink]})`)
