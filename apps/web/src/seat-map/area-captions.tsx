import { memo, useMemo } from "react"
import { captionOf, LINE_HEIGHT } from "./area-caption.ts"
import type { AreaFilling } from "./area-filling.ts"
import type { SeatSpeech } from "./use-seat-speech.ts"

type Common = { currency: string; k: number; speech: SeatSpeech }

/** For the eye only: each shape's own name says all of this, whatever the scale. */
export function AreaCaptions(props: Common & { fillings: readonly AreaFilling[] }) {
  const { fillings, ...common } = props
  return (
    <g aria-hidden="true">
      {fillings.map((filling) => (
        <Caption key={filling.area.area} filling={filling} {...common} />
      ))}
    </g>
  )
}

const Caption = memo(function Caption(props: Common & { filling: AreaFilling }) {
  const { filling, currency, k, speech } = props
  const caption = useMemo(
    () => captionOf(filling, currency, speech, k),
    [filling, currency, speech, k],
  )
  if (!caption) return null
  const { lines, middle, top, size } = caption
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
