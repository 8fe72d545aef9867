/* oxlint-disable jsx-a11y/prefer-tag-over-role -- SVG has no tables and no buttons: a role is all it can say. */
import "./seat-map.css"
import type { Area } from "@podo/contract/ids"
import type { Plan } from "@podo/contract/seating"
import { useMemo, useState } from "react"
import { AreaCaptions } from "./area-captions.tsx"
import { fillingsOf, leftWords, type AreaFilling } from "./area-filling.ts"
import { AreaList } from "./area-list.tsx"
import { AreaShape } from "./area-shape.tsx"
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

/** A large hall from above: which areas there are, what they cost, how much is left. */
export function AreaMap({ plan, places, onPick }: AreaMapProps) {
  const speech = useSeatSpeech()
  const { say } = speech
  const { currency } = plan
  const box = useMemo(() => areaMapBox(plan), [plan])
  const fillings = useMemo(() => fillingsOf(plan.areas, places), [plan, places])
  const drawn = fillings.filter(({ area }) => area.outline.length > 2)
  const [seen, setSeen] = useState<string>()
  // Areas are some ten to a side: about this far apart whatever the hall's size.
  const zoom = useZoom(box, Math.min(box.width, box.height) / 12)
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
        <g role="group" aria-label={say.areaMap}>
          {drawn.map((filling) => (
            <AreaShape
              key={filling.area.area}
              filling={filling}
              currency={currency}
              speech={speech}
              onPick={onPick}
              onSeen={onSeen}
            />
          ))}
        </g>
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
