import type { Seat } from "@podo/contract/seating"
import { Accessibility, Check, Star, UserRound } from "lucide-react"
import { isToggled, type SeatLook } from "../../../map/seat-look.ts"
import type { SeatSpeech } from "../../../app/language/seat-words.ts"

type SeatButtonProps = {
  seat: Seat
  look: SeatLook
  full: boolean
  price: string
  companionWord: string
  speech: SeatSpeech
  isStop: boolean
  /** Stands away from the one before it. */
  isApart: boolean
  onPress: (seat: Seat) => void
}

const TAKEN = "border-dashed border-line-strong/60 bg-transparent text-muted line-through"

const LOOKS: Record<SeatLook, string> = {
  open: "border-(--tier) text-ink hover:bg-sunken",
  selected: "border-transparent bg-(--seat-pick) text-(--seat-pick-ink)",
  mine: "border-grape-ink bg-wash text-grape-ink",
  held: TAKEN,
  sold: TAKEN,
  withheld: TAKEN,
  gone: "border-ember bg-ember-wash text-ember line-through",
}

/** A seat that is pressed in and out. One that cannot be had says why: it is not disabled. */
export function SeatButton(props: SeatButtonProps) {
  const { seat, look, full, price, companionWord, speech, isStop, isApart, onPress } = props
  const { say } = speech
  const name = [
    say.rowAndNumber(seat.row, seat.number),
    price,
    ...(seat.accessible ? [say.accessible] : []),
    ...(seat.companion ? [companionWord] : []),
    say.looks[look],
  ].join(", ")
  return (
    <button
      type="button"
      data-place={seat.place}
      aria-label={name}
      aria-pressed={look === "selected"}
      aria-disabled={!isToggled(look, full)}
      tabIndex={isStop ? 0 : -1}
      onClick={() => onPress(seat)}
      className={`flex h-11 min-w-11 items-center justify-center gap-1 rounded-xl border-2 px-1.5 text-sm font-semibold transition-colors ${isApart ? "ml-3" : ""} ${LOOKS[look]}`}
    >
      <Sign look={look} />
      {seat.number}
      {seat.accessible ? <Accessibility className="size-4" aria-hidden="true" /> : null}
      {seat.companion ? <UserRound className="size-4" aria-hidden="true" /> : null}
    </button>
  )
}

function Sign({ look }: { look: SeatLook }) {
  if (look === "selected") return <Check className="size-4" aria-hidden="true" />
  if (look === "mine") return <Star className="size-3.5" aria-hidden="true" />
  return null
}
