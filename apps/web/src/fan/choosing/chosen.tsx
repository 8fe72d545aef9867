import type { Plan } from "@podo/contract/seating"
import { X } from "lucide-react"
import { useLanguage } from "../../app/language/language.ts"
import type { PlaceNames } from "./place-names.ts"
import type { Choosing } from "./use-choice.ts"

type ChosenProps = { plan: Plan; choosing: Choosing; names: PlaceNames; onGone: () => void }

/** The chosen places so far, by name and price. */
export function Chosen(props: ChosenProps) {
  const { plan, choosing } = props
  const { words, formats, named } = useLanguage()
  const { places, standing } = choosing.choice
  if (standing !== null) {
    const area = plan.areas.find((each) => each.area === standing.area)
    if (area === undefined) return null
    return (
      <p className="flex justify-between gap-4">
        <span>
          {named(area.name, area.englishName)}{" "}
          {words.performance.quantity(formats.number(standing.quantity))}
        </span>
        <span>{formats.money(area.price * standing.quantity, plan.currency)}</span>
      </p>
    )
  }
  if (places.length === 0) return null
  return <ChosenPlaces {...props} />
}

/** A row of chips that one swipes through on a phone, where the map needs the room; else a list. */
function ChosenPlaces({ plan, choosing, names, onGone }: ChosenProps) {
  const { words, formats } = useLanguage()
  return (
    <ul className="-mx-4 flex gap-2 overflow-x-auto px-4 [scrollbar-width:none] sm:-mx-6 sm:px-6 lg:mx-0 lg:max-h-96 lg:flex-col lg:gap-0 lg:px-0">
      {choosing.choice.places.map((place) => (
        <li
          key={place}
          className="flex min-h-11 shrink-0 items-center max-lg:rounded-xl max-lg:bg-wash max-lg:pl-3.5 max-lg:text-sm max-lg:font-semibold max-lg:text-grape-ink lg:gap-3"
        >
          <span className="flex-1">{names.nameOf(place)}</span>
          <span className="text-muted max-lg:sr-only">
            {formats.money(names.priceOf(place), plan.currency)}
          </span>
          <button
            type="button"
            aria-label={words.performance.remove(names.nameOf(place))}
            onClick={() => {
              choosing.toggle(place)
              onGone()
            }}
            className="grid size-11 place-items-center rounded-xl lg:-mr-2.5 lg:text-muted lg:hover:bg-sunken lg:hover:text-ink"
          >
            <X className="size-4.5" aria-hidden="true" />
          </button>
        </li>
      ))}
    </ul>
  )
}

export function totalOf(plan: Plan, { choice }: Choosing, names: PlaceNames): number {
  const { places, standing } = choice
  if (standing === null) return places.reduce((sum, place) => sum + names.priceOf(place), 0)
  const area = plan.areas.find((each) => each.area === standing.area)
  return (area?.price ?? 0) * standing.quantity
}
