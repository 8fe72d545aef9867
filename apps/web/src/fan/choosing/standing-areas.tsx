import type { PlanArea } from "@podo/contract/seating"
import { useLanguage } from "../../app/language/language.ts"
import { countOpen } from "../../map/seat-look.ts"
import type { Choice } from "./choice.ts"
import type { HallNow } from "./hall-now.ts"
import { Stepper } from "./stepper.tsx"
import type { Buyer } from "./use-buyer.ts"

type StandingToChooseProps = { hall: HallNow; buyer: Buyer; areas: PlanArea[] }

/** Areas without seats: how many, not which. */
export function StandingToChoose({ hall, buyer, areas }: StandingToChooseProps) {
  const { words } = useLanguage()
  const { plan } = hall
  const standing = standingChoiceOf(hall, buyer)
  return (
    <section className="flex flex-col gap-3">
      <h2 className="text-lg font-bold">{words.performance.titleStanding}</h2>
      <ul className="flex flex-col gap-3">
        {areas.map((area) => (
          <StandingArea
            key={area.area}
            area={area}
            currency={plan.currency}
            min={plan.areas.length === 1 ? 1 : 0}
            {...standing}
          />
        ))}
      </ul>
    </section>
  )
}

/** How many of an area without seats are chosen, and how to choose others. */
export type StandingChoice = {
  places: string
  /** The chosen quantity of a standing area. */
  chosen: Choice["standing"]
  max: number
  onQuantity: (area: string, quantity: number) => void
}

/** While places are held nothing can be chosen. */
export function standingChoiceOf({ places }: HallNow, buyer: Buyer): StandingChoice {
  const { choosing, hold, forgetProblems } = buyer
  const isHolding = hold !== null
  return {
    places,
    chosen: isHolding ? null : choosing.choice.standing,
    max: isHolding ? 0 : choosing.max,
    onQuantity: (area, quantity) => {
      forgetProblems()
      choosing.setQuantity(area, quantity)
    },
  }
}

type StandingAreaProps = StandingQuantityProps & { currency: string }

function StandingArea({ currency, ...rest }: StandingAreaProps) {
  const { area, places } = rest
  const { words, formats, named } = useLanguage()
  const remaining = remainingOf(area, places)
  return (
    <li
      id={standingIdOf(area.area)}
      tabIndex={-1}
      className="flex scroll-mt-24 flex-wrap items-center gap-x-4 gap-y-3 rounded-2xl bg-raised px-5 py-4 ring-1 ring-line"
    >
      <div className="min-w-28 flex-1">
        <p className="text-lg font-bold">{named(area.name, area.englishName)}</p>
        <p className="font-semibold">{formats.money(area.price, currency)}</p>
        <p className={`text-sm ${remaining === 0 ? "font-semibold text-ember" : "text-muted"}`}>
          {remaining === 0
            ? words.sale.soldOut
            : words.sale.remainingStanding(formats.number(remaining))}
        </p>
      </div>
      <StandingQuantity {...rest} />
    </li>
  )
}

type StandingQuantityProps = StandingChoice & {
  area: PlanArea
  /** Of the only area there is, at least one is wanted. */
  min?: number
}

/** How many of a standing area; nothing where there is nothing to have. */
export function StandingQuantity(props: StandingQuantityProps) {
  const { area, places, chosen, min = 0, max, onQuantity } = props
  const quantity = chosen?.area === area.area ? chosen.quantity : 0
  const { words, formats, named } = useLanguage()
  const name = named(area.name, area.englishName)
  const remaining = remainingOf(area, places)
  if (max === 0 || (remaining === 0 && (min > 0 || quantity === 0))) return null
  const onStep = (to: number) => onQuantity(area.area, to)
  return (
    <Stepper
      legend={name}
      value={formats.number(quantity)}
      fewer={{
        label: words.performance.fewer(name),
        to: quantity > min ? quantity - 1 : undefined,
        onStep,
      }}
      more={{
        label: words.performance.more(name),
        to: quantity < Math.min(max, remaining) ? quantity + 1 : undefined,
        onStep,
      }}
    />
  )
}

/** Pressed on the map, an area leads to its quantity, which stands below it. */
export function goToStanding(area: string) {
  const box = document.getElementById(standingIdOf(area))
  box?.scrollIntoView({ block: "center" })
  const buttons = box?.querySelectorAll("button") ?? []
  const target = [...buttons].at(-1) ?? box
  target?.focus({ preventScroll: true })
}

const standingIdOf = (area: string) => `standing-${area}`

function remainingOf({ firstPlace, capacity }: PlanArea, places: string): number {
  return countOpen(places, firstPlace, capacity)
}
