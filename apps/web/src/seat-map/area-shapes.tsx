/* oxlint-disable jsx-a11y/prefer-tag-over-role -- SVG has no tables and no buttons: a role is all it can say. */
import type { Area } from "@podo/contract/ids"
import type { AreaFilling } from "./area-filling.ts"
import { AreaShape } from "./area-shape.tsx"
import type { Point } from "./plan-geometry.ts"
import { useAreaWalk } from "./use-area-walk.ts"
import type { SeatSpeech } from "./use-seat-speech.ts"

type AreaShapesProps = {
  fillings: readonly AreaFilling[]
  currency: string
  speech: SeatSpeech
  /** The element that tells which keys work here. */
  helpId: string
  onPick: (area: Area) => void
  /** `at` when the area was reached by keys, and must come into view. */
  onSeen: (filling: AreaFilling, at?: Point) => void
}

export function AreaShapes(props: AreaShapesProps) {
  const { fillings, currency, speech, helpId, onPick, onSeen } = props
  const walk = useAreaWalk(fillings.map(({ area }) => area))
  return (
    <g
      role="group"
      aria-label={speech.say.areaMap}
      aria-describedby={helpId}
      onKeyDown={walk.onKeyDown}
    >
      {fillings.map((filling) => (
        <AreaShape
          key={filling.area.area}
          filling={filling}
          currency={currency}
          speech={speech}
          isStop={filling.area.area === walk.stop}
          onPick={onPick}
          onSeen={(seen, at) => {
            if (at) walk.setStop(seen.area.area)
            onSeen(seen, at)
          }}
        />
      ))}
    </g>
  )
}
