import type { Plan } from "@podo/contract/seating"
import { Accessibility } from "lucide-react"
import { useMemo } from "react"
import { Chip, ChipRow } from "../home/chip.tsx"
import { useLanguage } from "../language/language.ts"
import { useChoosingWords } from "./choosing-words.ts"
import { gradesOf } from "./grades.ts"
import { TierSample } from "./tier-sample.tsx"

type PriceFilterProps = {
  plan: Plan
  places: string
  /** Undefined: all of them. */
  price: number | undefined
  onPrice: (price: number | undefined) => void
  /** Undefined where there are none. */
  wheelchairs: { isOn: boolean; onChange: (isOn: boolean) => void } | undefined
}

/** One price or all of them, each with what is left of it: the key to the map's colours as well. */
export function PriceFilter({ plan, places, price, onPrice, wheelchairs }: PriceFilterProps) {
  const say = useChoosingWords()
  const { formats, named } = useLanguage()
  const grades = useMemo(() => gradesOf(plan, places), [plan, places])
  return (
    <ChipRow legend={say.prices.legend}>
      {grades.length > 1 ? (
        <Chip isOn={price === undefined} onPress={() => onPrice(undefined)}>
          {say.prices.all}
        </Chip>
      ) : null}
      {grades.map(({ price: each, tier, open, only }) => (
        <Chip
          key={each}
          isOn={price === each}
          onPress={() => onPrice(price === each ? undefined : each)}
        >
          <TierSample tier={tier} />
          {only === undefined ? null : `${named(only.name, only.englishName)} `}
          {formats.money(each, plan.currency)}{" "}
          <span className="font-normal opacity-80">
            {open === 0 ? say.prices.soldOut : say.prices.left(formats.number(open))}
          </span>
        </Chip>
      ))}
      {wheelchairs === undefined ? null : (
        <Chip isOn={wheelchairs.isOn} onPress={() => wheelchairs.onChange(!wheelchairs.isOn)}>
          <Accessibility className="size-4" aria-hidden="true" />
          {say.prices.wheelchairs}
        </Chip>
      )}
    </ChipRow>
  )
}
