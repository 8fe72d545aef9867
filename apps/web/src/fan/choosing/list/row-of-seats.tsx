import type { Corner, Seat } from "@podo/contract/seating"
import { memo, useId } from "react"
import { useChoosingWords } from "../../../app/language/choosing-words.ts"
import type { SeatLook } from "../../../map/seat-look.ts"
import { SEAT_PITCH } from "../../../map/seat-rows.ts"
import { useSeatSpeech } from "../../../map/use-seat-speech.ts"
import { viewDistance } from "../../../map/view-distance.ts"
import { SeatButton } from "./seat-button.tsx"

const BESIDE = 1.6 * SEAT_PITCH

type RowOfSeatsProps = {
  row: string
  seats: readonly Seat[]
  /** One look a seat, with spaces between: rows that look the same need not be drawn again. */
  looks: string
  tier: number
  full: boolean
  price: string
  stage: readonly Corner[]
  /** The one seat of the section that Tab stops at, if it is in this row. */
  stop: number | undefined
  onPress: (seat: Seat) => void
}

/** Not the neighbour of the one before: between them is an aisle, or what somebody else has. */
const isApart = (before: Seat | undefined, seat: Seat) =>
  before !== undefined && Math.hypot(before.x - seat.x, before.y - seat.y) > BESIDE

export const RowOfSeats = memo(
  function RowOfSeats(props: RowOfSeatsProps) {
    const { row, seats, tier, stage, onPress, stop, full, price } = props
    const say = useChoosingWords()
    const speech = useSeatSpeech()
    const headingId = useId()
    const looks = props.looks.split(" ") as SeatLook[]
    const away = seats.flatMap((seat) => viewDistance(stage, seat) ?? [])
    const { formats } = speech
    return (
      <div className="[content-visibility:auto] [contain-intrinsic-height:auto_5rem]">
        <h4 id={headingId} className="mb-1.5 text-sm font-bold">
          {speech.say.row(row)}
          {away.length === 0 ? null : (
            <span className="ml-2 font-normal text-muted">
              {say.list.away(formats.number(Math.round(Math.min(...away))))}
            </span>
          )}
        </h4>
        <fieldset
          aria-labelledby={headingId}
          data-tier={tier}
          className="flex min-w-0 flex-wrap gap-1.5"
        >
          {seats.map((seat, index) => (
            <SeatButton
              key={seat.place}
              seat={seat}
              look={looks[index] ?? "withheld"}
              full={full}
              price={price}
              companionWord={say.list.companion}
              speech={speech}
              isStop={seat.place === stop}
              isApart={isApart(seats[index - 1], seat)}
              onPress={onPress}
            />
          ))}
        </fieldset>
      </div>
    )
  },
  (before, after) =>
    before.seats.length === after.seats.length &&
    before.seats.every((seat, index) => seat === after.seats[index]) &&
    before.looks === after.looks &&
    before.full === after.full &&
    before.price === after.price &&
    before.stop === after.stop &&
    before.onPress === after.onPress,
)
