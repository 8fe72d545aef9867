/* oxlint-disable jsx-a11y/prefer-tag-over-role -- SVG has no tables and no buttons: a role is all it can say. */
import type { Area } from "@podo/contract/ids"
import { areaLabel, type AreaFilling } from "./area-filling.ts"
import { middleOf, pathOf, type Point } from "./plan-geometry.ts"
import type { SeatSpeech } from "./use-seat-speech.ts"

type AreaShapeProps = {
  filling: AreaFilling
  currency: string
  speech: SeatSpeech
  /** The one area that Tab reaches. */
  isStop: boolean
  onPick: (area: Area) => void
  onSeen: (filling: AreaFilling, at?: Point) => void
}

export function AreaShape(props: AreaShapeProps) {
  const { filling, currency, speech, isStop, onPick, onSeen } = props
  const { area, open, tier } = filling
  const pick = () => onPick(area.area)
  return (
    <g
      role="button"
      tabIndex={isStop ? 0 : -1}
      className="area-shape"
      data-area={area.area}
      data-tier={tier}
      data-sold-out={open === 0}
      aria-label={areaLabel(filling, currency, speech)}
      onClick={pick}
      onPointerEnter={() => onSeen(filling)}
      onFocus={(event) =>
        event.target.matches(":focus-visible") && onSeen(filling, middleOf(area.outline))
      }
      onKeyDown={(event) => {
        if (event.key !== "Enter" && event.key !== " ") return
        event.preventDefault()
        pick()
      }}
    >
      <polygon className="area-ground" points={pathOf(area.outline)} />
      <polygon
        className="area-outline"
        points={pathOf(area.outline)}
        fillOpacity={tintOf(filling)}
      />
    </g>
  )
}

const FAINTEST = 0.08
const STRONGEST = 0.45

/** The emptier an area, the stronger its tint; the count says the same in figures. */
function tintOf({ area, open }: AreaFilling): number {
  if (open === 0) return 1
  return FAINTEST + ((STRONGEST - FAINTEST) * open) / area.capacity
}
