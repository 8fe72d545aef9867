/* oxlint-disable jsx-a11y/prefer-tag-over-role -- SVG has no tables and no buttons: a role is all it can say. */
import { memo, use } from "react"
import type { PlanArea } from "@podo/contract/seating"
import { isToggled, lookOf, seatLabel, type Marked, type SeatLook } from "./seat-look.ts"
import { SeatMark } from "./seat-mark.tsx"
import type { PlacedSeat, SeatBlock, SeatRow } from "./seat-rows.ts"
import { SeatRules } from "./seat-rules.ts"
import type { SeatSpeech } from "./use-seat-speech.ts"

type Common = { area: PlanArea; currency: string; full: boolean; speech: SeatSpeech }

type SeatLayerProps = {
  blocks: readonly SeatBlock[]
  currency: string
  marked: Marked
  full: boolean
  /** The one seat that Tab reaches. */
  stop: number | undefined
  speech: SeatSpeech
}

export const SeatLayer = memo(function SeatLayer(props: SeatLayerProps) {
  const { blocks, currency, marked, full, stop, speech } = props
  return blocks.map(({ area, tier, rows }) => (
    <g
      key={area.area}
      role="rowgroup"
      aria-label={`${speech.named(area.name, area.englishName)}, ${speech.formats.money(area.price, currency)}`}
      data-tier={tier}
    >
      {rows.map((row) => (
        <Row
          key={row.key}
          row={row}
          looks={row.seats.map(({ place }) => lookOf(place, marked)).join(" ")}
          stop={row.seats.find(({ place }) => place === stop)?.place}
          area={area}
          currency={currency}
          full={full}
          speech={speech}
        />
      ))}
    </g>
  ))
})

/** `looks` is one string, so that an unchanged row compares equal and is not drawn again. */
type RowProps = Common & { row: SeatRow; looks: string; stop: number | undefined }

const Row = memo(function Row({ row, looks, stop, ...common }: RowProps) {
  const lookAt = looks.split(" ") as SeatLook[]
  return (
    <g role="row" aria-label={common.speech.say.row(row.row)}>
      {row.seats.map((seat, index) => (
        <SeatCell
          key={seat.place}
          seat={seat}
          look={lookAt[index] ?? "withheld"}
          isStop={seat.place === stop}
          {...common}
        />
      ))}
    </g>
  )
})

type SeatCellProps = Common & { seat: PlacedSeat; look: SeatLook; isStop: boolean }

const SeatCell = memo(function SeatCell(props: SeatCellProps) {
  const { seat, look, isStop, full, area, currency, speech } = props
  const { pressable } = use(SeatRules)
  return (
    <g
      role="gridcell"
      className="seat"
      data-place={seat.place}
      data-look={look}
      aria-label={seatLabel(seat, look, { area, currency }, speech)}
      aria-selected={look === "selected"}
      aria-disabled={!isToggled(look, full, pressable)}
      tabIndex={isStop ? 0 : -1}
      transform={`translate(${seat.x} ${seat.y})`}
    >
      <SeatMark look={look} accessible={seat.accessible} turn={seat.turn} />
    </g>
  )
})
