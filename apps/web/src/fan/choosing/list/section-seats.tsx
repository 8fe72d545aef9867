import type { Seat } from "@podo/contract/seating"
import { MapPin } from "lucide-react"
import {
  useCallback,
  useDeferredValue,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "react"
import { Chip } from "../../../app/shell/chip.tsx"
import { useChoosingWords } from "../../../app/language/choosing-words.ts"
import { goToPanel } from "../panel.ts"
import { isToggled, lookOf, type SeatLook, whyNot } from "../../../map/seat-look.ts"
import { useSeatSpeech } from "../../../map/use-seat-speech.ts"
import { tell } from "../../../app/shell/toasts.tsx"
import { RowOfSeats } from "./row-of-seats.tsx"
import { grown, type Row, rowsOf, shownRows } from "./rows.ts"
import type { ListedHall } from "./listed-hall.ts"
import type { Section } from "./sections.ts"
import { useSeatWalk } from "./use-seat-walk.ts"

type SectionSeatsProps = {
  hall: ListedHall
  seats: readonly Seat[]
  section: Section
  name: string
}

const ROWS_AT_FIRST = 8
const NONE: ReadonlySet<number> = new Set()

/** Rows and seats of one section: at first those that can be had. */
export function SectionSeats(props: SectionSeatsProps) {
  const { hall, section, name } = props
  const { plan, full, onToggle } = hall
  const { area, tier } = section
  const say = useChoosingWords()
  const speech = useSeatSpeech()
  const helpId = useId()
  const [all, setAll] = useState(false)
  const lookAt = (place: number): SeatLook => lookOf(place, hall)
  const listed = useListedRows(props, lookAt, all)
  // Written out once: for each of a thousand seats it would take longer than to draw them.
  const price = speech.formats.money(area.price, plan.currency)
  const walk = useSeatWalk(listed, (place) => lookAt(place) === "open")
  const taken = useTakenWhileFocused(walk.focused, lookAt)

  const press = useStable((seat: Seat) => {
    const look = lookAt(seat.place)
    const why = whyNot(look, full, speech)
    if (why !== undefined) tell(why)
    if (isToggled(look, full)) onToggle(seat.place)
  })
  return (
    <section aria-label={name} className="flex flex-col gap-3 px-4 pb-4">
      <SectionTools all={all} onAll={setAll} onShow={() => hall.onShow(area.area)} />
      <p id={helpId} className="sr-only">
        {say.list.help}
      </p>
      <output className="sr-only">{taken === undefined ? null : takenWords(taken)}</output>
      {listed.length === 0 ? <p className="text-sm text-muted">{say.list.noneOpen}</p> : null}
      <div aria-describedby={helpId} className="flex flex-col gap-3" {...walk.listProps}>
        {listed.map(({ row, seats: inRow }) => (
          <RowOfSeats
            key={row}
            row={row}
            seats={inRow}
            looks={inRow.map(({ place }) => lookAt(place)).join(" ")}
            tier={tier}
            full={full}
            price={price}
            stage={plan.stage}
            stop={inRow.some(({ place }) => place === walk.stop) ? walk.stop : undefined}
            onPress={press}
          />
        ))}
      </div>
      <button
        type="button"
        onClick={goToPanel}
        className="sr-only focus:not-sr-only focus:min-h-11 focus:rounded-xl focus:px-4 focus:font-semibold focus:text-grape-ink"
      >
        {say.list.toPanel}
      </button>
    </section>
  )

  function takenWords(place: number): string | null {
    const seat = listed.flatMap((row) => row.seats).find((each) => each.place === place)
    return seat === undefined
      ? null
      : say.list.taken(speech.say.rowAndNumber(seat.row, seat.number))
  }
}

type SectionToolsProps = { all: boolean; onAll: (all: boolean) => void; onShow: () => void }

function SectionTools({ all, onAll, onShow }: SectionToolsProps) {
  const say = useChoosingWords()
  return (
    <div className="flex flex-wrap gap-2">
      <Chip isOn={all} onPress={() => onAll(!all)}>
        {say.list.all}
      </Chip>
      <button
        type="button"
        onClick={onShow}
        className="flex min-h-11 items-center gap-1.5 rounded-full px-3 text-sm font-semibold text-grape-ink hover:bg-wash"
      >
        <MapPin className="size-4" aria-hidden="true" />
        {say.list.onMap}
      </button>
    </div>
  )
}

/** All rows with all their seats, or those that can be had; what was once shown stays. */
function useListedRows(
  { hall, seats, section: { area } }: SectionSeatsProps,
  lookAt: (place: number) => SeatLook,
  all: boolean,
): Row[] {
  const { wheelchairs } = hall.looking
  const rows = useMemo(() => rowsOf(area, seats, { wheelchairs }), [area, seats, wheelchairs])
  const [shown, setShown] = useState(NONE)
  const now = grown(shown, rows, lookAt)
  if (now !== shown) setShown(now)
  const listed = useMemo(() => (all ? rows : shownRows(rows, now)), [all, rows, now])
  // A thousand buttons take a phone a while: what is seen first comes first.
  return useDeferredValue(listed, listed.slice(0, ROWS_AT_FIRST))
}

type Focused = { place: number; look: SeatLook }

const CAN_BE_HAD: ReadonlySet<SeatLook> = new Set(["open", "selected"])

/** The seat under the focus, once it could be had and no longer can: others were faster. */
function useTakenWhileFocused(
  place: number | undefined,
  lookAt: (place: number) => SeatLook,
): number | undefined {
  const [first, setFirst] = useState<Focused>()
  if (place !== first?.place) {
    setFirst(place === undefined ? undefined : { place, look: lookAt(place) })
    return undefined
  }
  if (first === undefined) return undefined
  const look = lookAt(first.place)
  const wasHad = CAN_BE_HAD.has(first.look)
  return wasHad && !CAN_BE_HAD.has(look) && look !== "mine" ? first.place : undefined
}

/** The same function for each render, which does what the last one says: rows are drawn anew only when they change. */
function useStable<Argument>(action: (argument: Argument) => void): (argument: Argument) => void {
  const latest = useRef(action)
  useLayoutEffect(() => {
    latest.current = action
  })
  return useCallback((argument) => latest.current(argument), [])
}
