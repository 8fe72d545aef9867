import type { PlanArea } from "@podo/contract/seating"
import { PLACE_STATES } from "@podo/contract/limits"
import { Minus, Plus } from "lucide-react"
import { useLanguage } from "../language/language.ts"
import type { Choice } from "./choice.ts"
import type { HallProps } from "./hall.tsx"

type StandingAreasProps = {
  areas: PlanArea[]
  currency: string
  places: string
  standing: Choice["standing"]
  max: number
  onQuantity: (area: string, quantity: number) => void
}

type StandingToChooseProps = HallProps & { areas: PlanArea[] }

/** Areas without seats: how many, not which. While places are held nothing can be chosen. */
export function StandingToChoose({
  plan,
  places,
  choosing,
  isHolding,
  onChange,
  areas,
}: StandingToChooseProps) {
  return (
    <StandingAreas
      areas={areas}
      currency={plan.currency}
      places={places}
      standing={isHolding ? null : choosing.choice.standing}
      max={isHolding ? 0 : choosing.max}
      onQuantity={(area, quantity) => {
        onChange()
        choosing.setQuantity(area, quantity)
      }}
    />
  )
}

function StandingAreas({ areas, places, standing, ...rest }: StandingAreasProps) {
  const { words } = useLanguage()
  return (
    <section className="flex flex-col gap-3">
      <h2 className="text-lg font-bold">{words.performance.titleStanding}</h2>
      <ul className="flex flex-col gap-3">
        {areas.map((area) => (
          <StandingArea
            key={area.area}
            area={area}
            remaining={remainingOf(area, places)}
            quantity={standing?.area === area.area ? standing.quantity : 0}
            min={areas.length === 1 ? 1 : 0}
            {...rest}
          />
        ))}
      </ul>
    </section>
  )
}

type StandingAreaProps = Pick<StandingAreasProps, "currency" | "max" | "onQuantity"> & {
  area: PlanArea
  remaining: number
  quantity: number
  /** Of the only area there is, at least one is wanted. */
  min: number
}

function StandingArea({ area, remaining, quantity, currency, ...rest }: StandingAreaProps) {
  const { min, max, onQuantity } = rest
  const { words, formats, named } = useLanguage()
  const name = named(area.name, area.englishName)
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-3 rounded-2xl bg-raised px-5 py-4 ring-1 ring-line">
      <div className="min-w-28 flex-1">
        <p className="text-lg font-bold">{name}</p>
        <p className="font-semibold">{formats.money(area.price, currency)}</p>
        <p className={`text-sm ${remaining === 0 ? "font-semibold text-ember" : "text-muted"}`}>
          {remaining === 0
            ? words.sale.soldOut
            : words.sale.remainingStanding(formats.number(remaining))}
        </p>
      </div>
      {max === 0 || (remaining === 0 && (min > 0 || quantity === 0)) ? null : (
        <fieldset className="flex items-center gap-1">
          <legend className="sr-only">{name}</legend>
          <StepButton
            label={words.performance.fewer(name)}
            isDisabled={quantity <= min}
            onPress={() => onQuantity(area.area, quantity - 1)}
            icon={<Minus className="size-5" aria-hidden="true" />}
          />
          <output className="min-w-10 text-center text-lg font-bold" aria-live="polite">
            {formats.number(quantity)}
          </output>
          <StepButton
            label={words.performance.more(name)}
            isDisabled={quantity >= Math.min(max, remaining)}
            onPress={() => onQuantity(area.area, quantity + 1)}
            icon={<Plus className="size-5" aria-hidden="true" />}
          />
        </fieldset>
      )}
    </li>
  )
}

type StepButtonProps = {
  label: string
  isDisabled: boolean
  onPress: () => void
  icon: React.ReactNode
}

function StepButton({ label, isDisabled, onPress, icon }: StepButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      disabled={isDisabled}
      onClick={onPress}
      className="grid size-12 place-items-center rounded-full bg-wash text-grape-ink transition-colors hover:bg-wash-line disabled:cursor-not-allowed disabled:bg-sunken disabled:text-line-strong"
    >
      {icon}
    </button>
  )
}

function remainingOf({ firstPlace, capacity }: PlanArea, places: string): number {
  let remaining = 0
  for (let place = firstPlace; place < firstPlace + capacity; place++) {
    if (places[place] === PLACE_STATES.open) remaining++
  }
  return remaining
}
