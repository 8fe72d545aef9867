import { use } from "react"
import type { SeatBlock, PlacedSeat } from "./seat-rows.ts"
import type { SeatLook } from "./seat-look.ts"
import type { SeatSpeech } from "../app/language/seat-words.ts"
import { onPane, type Size, type View } from "./zoom-limits.ts"
import { SeatRules } from "./seat-rules.ts"
import { INKS, markOf, signsOf, type Ink, type Shape } from "./seat-shapes.ts"

type Described = {
  seat: PlacedSeat
  block: SeatBlock
  look: SeatLook
  currency: string
  speech: SeatSpeech
  /** To the stage, where there is one. */
  metres?: number | undefined
}

type SeatSampleProps = { look: SeatLook; tier: number; accessible?: boolean; companion?: boolean }

export function SeatSample({ tier, ...mark }: SeatSampleProps) {
  return (
    <svg className="size-6 shrink-0" viewBox="-7 -7 14 14" data-tier={tier} aria-hidden="true">
      <SeatMark {...mark} />
    </svg>
  )
}

/** The facts of one seat, in two lines. */
export function SeatFacts({ seat, block, look, currency, speech, metres }: Described) {
  const { say, named, formats } = speech
  return (
    <span className="flex items-center gap-2 text-start">
      <SeatSample
        look={look}
        tier={block.tier}
        accessible={seat.accessible}
        companion={seat.companion}
      />
      <span className="min-w-0">
        <strong className="block">
          {named(block.area.name, block.area.englishName)} {say.rowAndNumber(seat.row, seat.number)}
        </strong>
        <span className="block text-muted">
          {formats.money(block.area.price, currency)} · {say.looks[look]}
          {seat.accessible && ` · ${say.accessible}`}
          {seat.companion && ` · ${say.companion}`}
          {metres !== undefined && ` · ${say.toStageMetres(formats.number(Math.round(metres)))}`}
        </span>
      </span>
    </span>
  )
}

const HALF_WIDTH_PX = 110
const HEIGHT_PX = 84

/** Floats over the seat under the pointer, or below it where there is no room above. */
export function SeatCard({ view, size, ...described }: Described & { view: View; size: Size }) {
  const at = onPane(view, described.seat)
  const reach = view.k * 6 + 6
  const below = at.y - reach < HEIGHT_PX
  const left = Math.min(Math.max(at.x, HALF_WIDTH_PX), size.width - HALF_WIDTH_PX)
  return (
    <div
      className="pointer-events-none absolute w-max max-w-[220px] -translate-x-1/2 -translate-y-full rounded-xl border border-line bg-raised px-3 py-2 text-sm shadow-float data-[below=true]:translate-y-0"
      data-below={below}
      style={{ left, top: below ? at.y + reach : at.y - reach }}
      aria-hidden="true"
    >
      <SeatFacts {...described} />
    </div>
  )
}

type SeatMarkProps = {
  look: SeatLook
  accessible?: boolean
  companion?: boolean
  turn?: number
}

/** One seat as the map paints it, for legends and cards. Drawn around (0, 0). */
function SeatMark({ look, turn = 0, ...kind }: SeatMarkProps) {
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
