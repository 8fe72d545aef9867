/* oxlint-disable jsx-a11y/prefer-tag-over-role -- SVG has no tables and no buttons: a role is all it can say. */
import "./seat-map.css"
import type { Plan } from "@podo/contract/seating"
import { useId, useMemo } from "react"
import { EdgeLetters } from "./edge-letters.tsx"
import { AreaNames, HallBackdrop, RowLetters } from "./hall-backdrop.tsx"
import { houseOf, type House } from "./house.ts"
import { SeatCard, SeatFacts } from "./seat-card.tsx"
import { SeatLayer } from "./seat-layer.tsx"
import { SeatNotice } from "./seat-notice.tsx"
import { lookOf, type Marked } from "./seat-look.ts"
import { SeatNumbers } from "./seat-numbers.tsx"
import { SeatRings } from "./seat-rings.tsx"
import { SEAT_PITCH } from "./seat-rows.ts"
import { StageArrow } from "./stage-arrow.tsx"
import { useSeatPress } from "./use-seat-press.ts"
import { useSeatSpeech, type SeatSpeech } from "./use-seat-speech.ts"
import { useZoom } from "./use-zoom.ts"
import { ZoomPane } from "./zoom-pane.tsx"
import { showsNumbers } from "./zoom-limits.ts"

export type SeatMapProps = {
  plan: Plan
  /** One character a place, as in PLACE_STATES. */
  places: string
  selected: ReadonlySet<number>
  /** Held or booked by the reader. */
  mine: ReadonlySet<number>
  /** A rival was faster: marked strongly until the page clears them. */
  gone: ReadonlySet<number>
  /** No more may be selected. */
  full: boolean
  onToggle: (place: number) => void
}

export function SeatMap({ plan, places, selected, mine, gone, full, onToggle }: SeatMapProps) {
  const speech = useSeatSpeech()
  const { say } = speech
  const house = useMemo(() => houseOf(plan), [plan])
  const marked = useMemo(() => ({ places, selected, mine, gone }), [places, selected, mine, gone])
  const zoom = useZoom(house.box, SEAT_PITCH)
  const press = useSeatPress({ house, zoom, speech, marked, full, onToggle })
  const near = showsNumbers(zoom.view.k, SEAT_PITCH)
  const helpId = useId()
  const shown = describe({ house, marked, speech, place: press.shown })
  const { cursor } = press
  const stop = cursor.at ?? firstStopOf(house, marked)

  return (
    <ZoomPane
      zoom={zoom}
      say={say}
      aspect={house.box.width / house.box.height}
      roomy
      head={<StageArrow plan={house.plan} box={house.box} say={say} />}
      svgProps={press.svgProps}
      overlay={
        <>
          <p id={helpId} className="sr-only">
            {say.mapHelp}
          </p>
          <SeatNotice notice={press.notice} />
          {shown && press.floats && <SeatCard view={zoom.view} size={zoom.size} {...shown} />}
        </>
      }
      line={shown ? <SeatFacts {...shown} /> : <span className="text-muted">{say.tapHint}</span>}
    >
      <HallBackdrop house={house} speech={speech} />
      <AreaNames house={house} k={zoom.view.k} speech={speech} />
      <RowLetters labels={house.labels} k={zoom.view.k} />
      <g
        role="grid"
        aria-label={say.map}
        aria-describedby={helpId}
        aria-multiselectable="true"
        {...press.gridProps}
      >
        <SeatLayer
          blocks={house.blocks}
          currency={plan.currency}
          marked={marked}
          full={full}
          stop={stop}
          speech={speech}
        />
      </g>
      {near && <SeatNumbers seats={house.seats} marked={marked} zoom={zoom} />}
      {near && <EdgeLetters house={house} zoom={zoom} />}
      <SeatRings house={house} gone={gone} focused={cursor.rings ? cursor.at : undefined} />
    </ZoomPane>
  )
}

/** Where Tab enters the map: a seat that can be had. */
function firstStopOf({ seats }: House, marked: Marked): number | undefined {
  const open = seats.find(({ place }) => lookOf(place, marked) === "open")
  return (open ?? seats[0])?.place
}

type Asked = { house: House; marked: Marked; speech: SeatSpeech; place: number | undefined }

function describe({ house, marked, speech, place = -1 }: Asked) {
  const seat = house.seatOf.get(place)
  const block = house.blockOf.get(place)
  if (!seat || !block) return undefined
  return { seat, block, look: lookOf(place, marked), currency: house.plan.currency, speech }
}
