import { memo } from "react"
import type { Plan } from "@podo/contract/seating"
import { centreOf, pathOf } from "./plan-geometry.ts"
import { roomiestBox } from "./roomiest-box.ts"
import { widthInLetters } from "./area-caption.ts"
import { NAME_SIZE } from "./area-names.ts"
import type { House } from "./house.ts"
import { rowLabelStep, type RowLabel } from "./row-labels.ts"
import type { SeatSpeech } from "./use-seat-speech.ts"

/** The stage and the areas under the seats: for the eye only, seats carry the same words for others. */
export const HallBackdrop = memo(function HallBackdrop(props: {
  house: House
  speech: SeatSpeech
}) {
  const { house, speech } = props
  const { plan, blocks } = house
  const shown = new Map(blocks.map(({ area, tier }) => [area.area, tier]))
  return (
    <g aria-hidden="true">
      <Stage plan={plan} word={speech.say.stage} />
      {plan.areas.map(({ area, outline }) => (
        <polygon
          key={area}
          className="hall-area"
          data-tier={shown.get(area)}
          points={pathOf(outline)}
        />
      ))}
    </g>
  )
})

const STAGE_WORD_SHAPE = 2.5

export const Stage = memo(function Stage({ plan, word }: { plan: Plan; word: string }) {
  const room = roomiestBox(plan.stage, STAGE_WORD_SHAPE)
  if (!room) return null
  const { x, y } = centreOf(room)
  const size = Math.min(room.height * 0.4, room.width / (1.3 * widthInLetters(word) + 0.6))
  return (
    <g>
      <polygon className="hall-stage" points={pathOf(plan.stage)} />
      <text className="hall-stage-word" x={x} y={y} fontSize={size}>
        {word}
      </text>
    </g>
  )
})

const LETTER_PX = 12
/** Smaller letters are specks: zoomed in they come back. */
const READABLE_PX = 5

/** Letters keep their size on the screen while the hall grows. */
export const RowLetters = memo(function RowLetters(props: { labels: RowLabel[]; k: number }) {
  const { labels, k } = props
  const step = rowLabelStep(k, LETTER_PX)
  const size = Math.min(LETTER_PX / k, 8)
  if (size * k < READABLE_PX) return null
  return (
    <g aria-hidden="true" className="hall-letters" fontSize={size}>
      {labels
        .filter(({ rank }) => rank % step === 0)
        .map(({ key, text, x, y }) => (
          <text key={key} x={x} y={y}>
            {text}
          </text>
        ))}
    </g>
  )
})

const NAME_PX = 20

/** Area names, where there is room beside the seats; on a large screen they need not fill it. */
export const AreaNames = memo(function AreaNames(props: {
  house: House
  k: number
  speech: SeatSpeech
}) {
  const { house, k, speech } = props
  return (
    <g aria-hidden="true" fontSize={Math.min(NAME_SIZE, NAME_PX / k)}>
      {house.blocks.map(({ area, tier }) => {
        const middle = house.names.get(area.area)
        return (
          middle && (
            <text
              key={area.area}
              className="hall-area-name"
              x={middle.x}
              y={middle.y}
              data-tier={tier}
            >
              {speech.named(area.name, area.englishName)}
            </text>
          )
        )
      })}
    </g>
  )
})
