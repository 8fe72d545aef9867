import type { DeskRoom } from "@podo/contract/desk-room"
import { DESK_ROWS_PER_PAGE_MAX } from "@podo/contract/limits"
import { useState } from "react"
import { useLanguage } from "../../app/language/language.ts"
import { Button } from "../../app/shell/button.tsx"
import { clockToTheSecond } from "../sale/clocks.ts"
import { type Person, shownPeople, type ShownPerson } from "./shown-people.ts"
import { TakeBack } from "./take-back.tsx"

type PeopleInsideProps = { desk: DeskRoom; timeZone: string }

/** The people who may choose places at this moment, and the way to send one out. */
export function PeopleInside({ desk, timeZone }: PeopleInsideProps) {
  const { words, formats } = useLanguage()
  const [asked, setAsked] = useState<Person | null>(null)
  const { shown, touching } = useShown(desk.people, asked !== null)
  const isCut = desk.inside > DESK_ROWS_PER_PAGE_MAX
  return (
    <section
      aria-labelledby="people"
      className="flex flex-col gap-3 rounded-3xl bg-raised p-5 shadow-card ring-1 ring-line sm:p-6"
    >
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h3 id="people" className="font-bold">
          {words.deskRoom.people}
        </h3>
        {isCut ? (
          <p className="text-sm text-muted">
            {words.deskRoom.peopleMost(formats.number(DESK_ROWS_PER_PAGE_MAX))}
          </p>
        ) : null}
      </div>
      {/* Of one height: what is below does not move with everybody who comes and goes. */}
      <div {...touching} className="h-72 overflow-y-auto rounded-2xl ring-1 ring-line ring-inset">
        {shown.length === 0 ? (
          <p className="grid h-full place-items-center px-4 text-center text-muted">
            {desk.room === null ? words.deskRoom.unseen : words.deskRoom.peopleNone}
          </p>
        ) : (
          <ul className="divide-y divide-line">
            {shown.map((each) => (
              <PersonRow
                key={each.person.userId}
                shown={each}
                timeZone={timeZone}
                onTakeBack={() => setAsked(each.person)}
              />
            ))}
          </ul>
        )}
      </div>
      <TakeBack performanceId={desk.performanceId} person={asked} onLeave={() => setAsked(null)} />
    </section>
  )
}

/** Follows who is inside, and holds still under a finger. */
function useShown(people: readonly Person[], isAsking: boolean) {
  const [isTouched, setTouched] = useState(false)
  const [seen, setSeen] = useState({ people, isTouched, shown: shownPeople([], people, false) })
  const isHeld = isTouched || isAsking
  if (seen.people !== people || seen.isTouched !== isHeld) {
    setSeen({ people, isTouched: isHeld, shown: shownPeople(seen.shown, people, isHeld) })
  }
  const touching = {
    onPointerEnter: () => setTouched(true),
    onPointerLeave: () => setTouched(false),
    onFocus: () => setTouched(true),
    onBlur: () => setTouched(false),
  }
  return { shown: seen.shown, touching }
}

type PersonRowProps = { shown: ShownPerson; timeZone: string; onTakeBack: () => void }

function PersonRow({ shown: { person, hasLeft }, timeZone, onTakeBack }: PersonRowProps) {
  const { words, language } = useLanguage()
  const name = person.name ?? words.deskRoom.nobody
  const until = clockToTheSecond(Date.parse(person.admittedUntil), { language, timeZone })
  return (
    <li className="flex items-center gap-x-4 px-4 py-2">
      <div className="flex min-w-0 flex-1 flex-wrap gap-x-3">
        <p className={`min-w-0 truncate font-semibold ${hasLeft ? "text-muted" : ""}`}>{name}</p>
        <p className="min-w-0 truncate text-sm text-muted">{person.email}</p>
        <p className="w-full text-xs text-muted">
          {hasLeft ? words.deskRoom.left : words.deskRoom.until(until)}
        </p>
      </div>
      <Button
        look="quiet-danger"
        aria-label={words.deskRoom.takeBackOf(name)}
        aria-disabled={hasLeft}
        className={hasLeft ? "invisible" : ""}
        onClick={onTakeBack}
      >
        {words.deskRoom.takeBack}
      </Button>
    </li>
  )
}
