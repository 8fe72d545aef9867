import "./seat-map.css"
import type { Area } from "@podo/contract/ids"
import type { Plan } from "@podo/contract/seating"
import { useId, useMemo, useState } from "react"
import { AreaCaptions } from "./area-captions.tsx"
import { fillingsOf, leftWords, type AreaFilling } from "./area-filling.ts"
import { AreaList } from "./area-list.tsx"
import { AreaShapes } from "./area-shapes.tsx"
import { Stage } from "./hall-backdrop.tsx"
import { areaMapBox, type Point } from "./plan-geometry.ts"
import { PriceKey } from "./price-key.tsx"
import { useSeatSpeech, type SeatSpeech } from "./use-seat-speech.ts"
import { useZoom } from "./use-zoom.ts"
import { ZoomPane } from "./zoom-pane.tsx"

export type AreaMapProps = {
  plan: Plan
  /** One character a place, as in PLACE_STATES. */
  places: string
  onPick: (area: Area) => void
}

/** The smallest areas are about this part of the hall's width: it bounds the zoom. */
const SMALLEST_AREA = 24

/** A large hall from above: which areas there are, what they cost, how much is left. */
export function AreaMap({ plan, places, onPick }: AreaMapProps) {
  const speech = useSeatSpeech()
  const { say } = speech
  const { currency } = plan
  const box = useMemo(() => areaMapBox(plan), [plan])
  const fillings = useMemo(() => fillingsOf(plan.areas, places), [plan, places])
  const drawn = fillings.filter(({ area }) => area.outline.length > 2)
  const helpId = useId()
  const [seen, setSeen] = useState<string>()
  const zoom = useZoom(box, Math.min(box.width, box.height) / SMALLEST_AREA)
  const onSeen = ({ area }: AreaFilling, at?: Point) => {
    setSeen(area.area)
    if (at) zoom.reveal(at)
  }
  const spoken = fillings.find(({ area }) => area.area === seen)

  return (
    <div className="grid grid-cols-1 gap-4">
      <ZoomPane
        zoom={zoom}
        say={say}
        aspect={box.width / box.height}
        svgProps={{}}
        overlay={
          <p id={helpId} className="sr-only">
            {say.areaMapHelp}
          </p>
        }
        line={
          spoken ? (
            <AreaFacts filling={spoken} currency={currency} speech={speech} />
          ) : (
            <span className="text-muted">{say.areaHint}</span>
          )
        }
      >
        <g aria-hidden="true">
          <Stage plan={plan} word={say.stage} />
        </g>
        <AreaShapes
          fillings={drawn}
          currency={currency}
          speech={speech}
          helpId={helpId}
          onPick={onPick}
          onSeen={onSeen}
        />
        <AreaCaptions
          areas={plan.areas}
          fillings={drawn}
          currency={currency}
          k={zoom.view.k}
          speech={speech}
        />
      </ZoomPane>
      <PriceKey plan={plan} speech={speech} />
      <AreaList fillings={fillings} currency={currency} speech={speech} onPick={onPick} />
    </div>
  )
}

function AreaFacts(props: { filling: AreaFilling; currency: string; speech: SeatSpeech }) {
  const { filling, currency, speech } = props
  const { name, englishName, price } = filling.area
  return (
    <>
      <strong className="block">{speech.named(name, englishName)}</strong>
      <span className="text-muted">
        {speech.formats.money(price, currency)} · {leftWords(filling, speech)}
      </span>
    </>
  )
}
