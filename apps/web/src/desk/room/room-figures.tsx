import { useLanguage } from "../../app/language/language.ts"
import { Figure } from "../sale/figures.tsx"
import { FillingBar } from "../sale/filling-bar.tsx"
import { NowAndPause } from "./now-and-pause.tsx"
import { admittedLately, type RoomOfSale } from "./room-state.ts"

const SECOND_MS = 1_000

/** The figures of the line, and the one button that must be found at once. */
export function RoomFigures({ sale, desk, room }: RoomOfSale) {
  const { words, formats } = useLanguage()
  const isKnown = desk.room !== null
  const number = (count: number) => (isKnown ? formats.number(count) : words.deskRoom.unknown)
  const { capacity, perMinute } = desk.terms ?? desk.suggested
  const { lastMinute, thisMinute } = admittedLately(desk)
  const { medianWaitSeconds } = desk
  return (
    <div className="flex flex-col gap-5 rounded-3xl bg-raised p-5 shadow-card ring-1 ring-line sm:p-6">
      <NowAndPause sale={sale} desk={desk} room={room} />
      <dl className="grid grid-cols-2 gap-x-4 gap-y-5 border-t border-line pt-5 lg:grid-cols-5">
        <Figure
          term={words.deskRoom.waiting}
          value={number(desk.room?.waiting ?? 0)}
          hint={words.deskRoom.waitingHint(number(desk.absent))}
        />
        <Figure
          term={words.deskRoom.inside}
          dot="sold"
          value={number(desk.inside)}
          hint={words.deskRoom.insideHint(formats.number(capacity))}
        />
        <Figure
          term={words.deskRoom.admitted}
          value={number(lastMinute)}
          hint={words.deskRoom.admittedHint(formats.number(perMinute), number(thisMinute))}
        />
        <Figure
          term={words.deskRoom.noShows}
          value={number(desk.noShows)}
          hint={words.deskRoom.noShowsHint(number(desk.admitted))}
        />
        <Figure
          term={words.deskRoom.median}
          value={
            isKnown && medianWaitSeconds !== null
              ? words.deskRoom.wait(medianWaitSeconds * SECOND_MS)
              : words.deskRoom.unknown
          }
          hint={words.deskRoom.medianHint}
          className="max-lg:col-span-2"
        />
      </dl>
      <FillingBar
        booked={Math.min(desk.inside, capacity)}
        held={0}
        withheld={0}
        capacity={capacity}
        className="h-3"
      />
    </div>
  )
}
