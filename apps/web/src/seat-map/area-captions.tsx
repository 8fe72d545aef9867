import { memo, useMemo } from "react"
import type { PlanArea } from "@podo/contract/seating"
import { CAPTION_SHAPE, captionOf, LINE_HEIGHT } from "./area-caption.ts"
import type { AreaFilling } from "./area-filling.ts"
import { centreOf, type Point } from "./plan-geometry.ts"
import { roomiestBox } from "./roomiest-box.ts"
import type { SeatSpeech } from "./use-seat-speech.ts"

type Common = { currency: string; k: number; speech: SeatSpeech }
type CaptionsProps = Common & { fillings: readonly AreaFilling[]; areas: readonly PlanArea[] }

/** For the eye only: each shape's own name says all of this, whatever the scale. */
export function AreaCaptions(props: CaptionsProps) {
  const { fillings, areas, ...common } = props
  const middles = useMemo(
    () => new Map(areas.map((area) => [area.area, roomiestMiddle(area)])),
    [areas],
  )
  return (
    <g aria-hidden="true">
      {fillings.map((filling) => (
        <Caption
          key={filling.area.area}
          filling={filling}
          middle={middles.get(filling.area.area)}
          {...common}
        />
      ))}
    </g>
  )
}

function roomiestMiddle({ outline }: PlanArea): Point | undefined {
  const box = roomiestBox(outline, CAPTION_SHAPE)
  return box && centreOf(box)
}

type CaptionProps = Common & { filling: AreaFilling; middle: Point | undefined }

const Caption = memo(function Caption(props: CaptionProps) {
  const { filling, middle, currency, k, speech } = props
  const caption = useMemo(
    () => middle && captionOf(filling, currency, speech, { middle, k }),
    [filling, middle, currency, speech, k],
  )
  if (!caption || !middle) return null
  const { lines, px } = caption
  const size = px / k
  const top = middle.y - ((lines.length - 1) * LINE_HEIGHT * size) / 2
  return (
    <g className="area-caption" data-sold-out={filling.open === 0} fontSize={size}>
      {lines.map((line, index) => (
        <text key={`${index}/${line}`} x={middle.x} y={top + index * LINE_HEIGHT * size}>
          {line}
        </text>
      ))}
    </g>
  )
})
