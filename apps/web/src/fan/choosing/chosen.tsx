import { X } from "lucide-react"
import { useLanguage } from "../../app/language/language.ts"
import type { HallNow } from "./hall-now.ts"
import { usePlaceNames } from "./place-names.ts"
import type { Buyer } from "./use-buyer.ts"

type ChosenProps = { hall: HallNow; buyer: Buyer }

/** The chosen places so far, by name and price. */
export function Chosen({ hall, buyer }: ChosenProps) {
  const { plan } = hall
  const { words, formats, named } = useLanguage()
  const { places, standing } = buyer.choosing.choice
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
  return <ChosenPlaces hall={hall} buyer={buyer} />
}

/** A row of chips that one swipes through on a phone, where the map needs the room; else a list. */
function ChosenPlaces({ hall, buyer }: ChosenProps) {
  const { choosing, toPanel } = buyer
  const { words, formats } = useLanguage()
  const names = usePlaceNames(hall)
  return (
    <ul className="-mx-4 flex gap-2 overflow-x-auto px-4 [scrollbar-width:none] sm:-mx-6 sm:px-6 lg:mx-0 lg:max-h-96 lg:flex-col lg:gap-0 lg:px-0">
      {choosing.choice.places.map((place) => (
        <li
          key={place}
          className="flex min-h-11 shrink-0 items-center max-lg:rounded-xl max-lg:bg-wash max-lg:pl-3.5 max-lg:text-sm max-lg:font-semibold max-lg:text-grape-ink lg:gap-3"
        >
          <span className="flex-1">{names.nameOf(place)}</span>
          <span className="text-muted max-lg:sr-only">
            {formats.money(names.priceOf(place), hall.plan.currency)}
          </span>
          <button
            type="button"
            aria-label={words.performance.remove(names.nameOf(place))}
            onClick={() => {
              choosing.toggle(place)
              toPanel()
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
