import type { Sale } from "@podo/contract/desk-sale"
import type { Plan, PlanArea } from "@podo/contract/seating"
import { ChevronDown } from "lucide-react"
import { useState } from "react"
import { useLanguage } from "../../app/language/language.ts"
import { useHallSeats } from "../../map/plan-query.ts"
import { nameOfPlace, placesByArea, rangesOf } from "./place-ranges.ts"
import { ReleaseButton } from "./release-button.tsx"

const SHOWN_BY_ROW_MAX = 200

type WithheldListProps = {
  sale: Sale
  /** Not known as long as nothing is withheld. */
  plan: Plan | undefined
  isFixed: boolean
  onReleased: () => void
}

export function WithheldList({ sale, plan, isFixed, onReleased }: WithheldListProps) {
  const { words } = useLanguage()
  const areas = (plan?.areas ?? []).map((area) => ({
    area,
    places: sale.withheldPlaces.filter(
      (place) => place >= area.firstPlace && place < area.firstPlace + area.capacity,
    ),
  }))
  return (
    <section aria-labelledby="withheld" className="flex flex-col gap-3">
      <h3 id="withheld" className="font-bold">
        {words.deskSale.withheldPlaces}
      </h3>
      {sale.withheld === 0 || plan === undefined ? (
        <p className="rounded-2xl bg-sunken px-5 py-6 text-center text-muted">
          {words.deskSale.noneWithheld}
        </p>
      ) : (
        <ul className="grid items-start gap-3 lg:grid-cols-2">
          {areas.map(({ area, places }) =>
            places.length === 0 ? null : (
              <WithheldArea
                key={area.area}
                {...{ sale, plan, area, places, isFixed, onReleased }}
              />
            ),
          )}
        </ul>
      )}
    </section>
  )
}

type WithheldAreaProps = Omit<WithheldListProps, "plan"> & {
  plan: Plan
  area: PlanArea
  places: readonly number[]
}

function WithheldArea(props: WithheldAreaProps) {
  const { sale, area, places, isFixed, onReleased } = props
  const { words, formats, named } = useLanguage()
  const { performanceId } = sale.performance
  // Where much is withheld its rows are for who wants to see them.
  const [isOpen, setOpen] = useState(sale.withheld <= SHOWN_BY_ROW_MAX)
  const name = named(area.name, area.englishName)
  return (
    <li className="flex flex-col gap-1 rounded-2xl bg-raised p-4 ring-1 ring-line">
      <div className="flex min-h-11 flex-wrap items-center justify-between gap-x-3">
        {area.kind === "standing" ? (
          <AreaName name={name} count={places.length} />
        ) : (
          <button
            type="button"
            aria-expanded={isOpen}
            onClick={() => setOpen(!isOpen)}
            className="-ml-2 flex min-h-11 items-center gap-2 rounded-xl px-2 text-start hover:bg-sunken"
          >
            <ChevronDown
              className={`size-4 shrink-0 transition-transform ${isOpen ? "" : "-rotate-90"}`}
              aria-hidden="true"
            />
            <AreaName name={name} count={places.length} />
          </button>
        )}
        {isFixed ? null : (
          <ReleaseButton
            {...{ performanceId, places, onReleased }}
            label={words.deskSale.releaseAllOf(name)}
            what={`${name} · ${words.deskSale.placesWithheld(formats.number(places.length))}`}
          >
            {words.deskSale.releaseAll}
          </ReleaseButton>
        )}
      </div>
      {isOpen && area.kind === "seated" ? <Rows {...props} name={name} /> : null}
    </li>
  )
}

function AreaName({ name, count }: { name: string; count: number }) {
  const { words, formats } = useLanguage()
  return (
    <span>
      <strong>{name}</strong>{" "}
      <span className="text-sm text-muted">
        {words.deskSale.placesWithheld(formats.number(count))}
      </span>
    </span>
  )
}

function Rows({
  sale,
  plan,
  places,
  isFixed,
  onReleased,
  name,
}: WithheldAreaProps & { name: string }) {
  const { words } = useLanguage()
  const { performanceId } = sale.performance
  const { data: seats } = useHallSeats(performanceId)
  if (seats === undefined) return <p className="text-sm text-muted">{words.loading}</p>
  const [group] = placesByArea(places.flatMap((place) => nameOfPlace(plan, seats, place) ?? []))
  return (
    <ul className="divide-y divide-line border-t border-line">
      {(group?.rows ?? []).map((row) => {
        const rowName = words.deskSale.rowNamed(row.row ?? "")
        const numbers = rangesOf(row.numbers).join(", ")
        return (
          <li
            key={row.row}
            className="flex min-h-12 items-center justify-between gap-3 py-0.5 text-sm"
          >
            <span>
              <strong className="font-semibold">{rowName}</strong>{" "}
              <span className="text-muted">{numbers}</span>
            </span>
            {isFixed ? null : (
              <ReleaseButton
                {...{ performanceId, onReleased }}
                places={row.places}
                label={words.deskSale.releaseRow(`${name}, ${rowName}`)}
                what={`${name} · ${rowName} · ${numbers}`}
              >
                {words.deskSale.release}
              </ReleaseButton>
            )}
          </li>
        )
      })}
    </ul>
  )
}
