import type { Hall } from "@podo/contract/hall"
import { useWatch } from "react-hook-form"
import { Link } from "wouter"
import { useLanguage } from "../../app/language/language.ts"
import { isGround, type WithDates } from "../dates/dates-typing.ts"
import { SelectField } from "../desk-fields.tsx"

/** Where it is: one's own halls first. A missing one can be brought. */
export function HallField({ halls }: { halls: Hall[] }) {
  const { words } = useLanguage()
  const hallId = useWatch<WithDates, "dates.hallId">({ name: "dates.hallId" })
  const chosen = halls.find((hall) => hall.hallId === hallId)
  return (
    <div className="flex flex-col gap-1">
      <SelectField<WithDates>
        name="dates.hallId"
        label={words.deskForm.hall}
        {...(halls.length === 0 && { hint: words.deskForm.noHalls })}
      >
        <option value="" disabled>
          {words.deskForm.chooseHall}
        </option>
        <HallGroup label={words.deskForm.myHalls} halls={halls.filter(({ isMine }) => isMine)} />
        <HallGroup label={words.deskForm.allHalls} halls={halls.filter(({ isMine }) => !isMine)} />
      </SelectField>
      {chosen === undefined ? null : <HallFacts hall={chosen} />}
      <Link
        href="/desk/halls/new"
        className="inline-flex min-h-11 items-center self-start text-sm font-semibold text-grape-ink underline-offset-4 hover:underline"
      >
        {words.deskForm.importHall}
      </Link>
    </div>
  )
}

function HallGroup({ label, halls }: { label: string; halls: Hall[] }) {
  const { words, formats, named } = useLanguage()
  if (halls.length === 0) return null
  return (
    <optgroup label={label}>
      {halls.map((hall) => (
        <option key={hall.hallId} value={hall.hallId}>
          {words.deskForm.hallOption(
            named(hall.venue.name, hall.venue.englishName),
            named(hall.name, hall.englishName),
            formats.number(hall.capacity),
          )}
        </option>
      ))}
    </optgroup>
  )
}

const NAMED_AT_MOST = 6

function HallFacts({ hall }: { hall: Hall }) {
  const { words, formats, named } = useLanguage()
  const names = hall.areas.map((area) => named(area.name, area.englishName))
  const more = names.length - NAMED_AT_MOST
  const listed = names.slice(0, NAMED_AT_MOST)
  return (
    <div className="mt-1 text-sm text-muted">
      <p lang="ko">{hall.venue.address}</p>
      <p>
        {isGround(hall)
          ? words.deskForm.ground
          : words.deskForm.seats(
              formats.list(more > 0 ? [...listed, `+${formats.number(more)}`] : listed),
            )}
      </p>
    </div>
  )
}
