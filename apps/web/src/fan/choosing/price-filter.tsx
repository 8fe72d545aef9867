import { Accessibility } from "lucide-react"
import { Fragment, useMemo } from "react"
import { Chip, ChipRow } from "../../app/shell/chip.tsx"
import { type Speaking, useLanguage } from "../../app/language/language.ts"
import { type ChoosingWords, useChoosingWords } from "../../app/language/choosing-words.ts"
import { type Grade, gradesOf } from "./grades.ts"
import type { HallNow } from "./hall-now.ts"
import { TierSample } from "./tier-sample.tsx"
import type { Wishing } from "./use-wish.ts"
import { onlyPriceOf } from "./wish.ts"

type PriceFilterProps = {
  hall: HallNow
  wishing: Wishing
  /** Undefined where there are none. */
  wheelchairs: { isOn: boolean; onChange: (isOn: boolean) => void } | undefined
}

/** One price or all of them, each with what is left of it: the key to the map's colours as well. */
export function PriceFilter({ hall, wishing, wheelchairs }: PriceFilterProps) {
  const { plan, places } = hall
  const say = useChoosingWords()
  const { formats, named } = useLanguage()
  const grades = useMemo(() => gradesOf(plan, places), [plan, places])
  const isOne = grades.length === 1
  const price = onlyPriceOf(wishing.wish)
  const showAll = () => wishing.change({ price: wishing.anyPrice })
  const showOnly = (one: number) => wishing.change({ price: { kind: "only", price: one } })
  return (
    <ChipRow legend={say.prices.legend}>
      {isOne ? (
        // One price is no choice, but still what the places cost.
        <p className="flex min-h-11 shrink-0 items-center gap-1.5 pr-2 text-sm font-semibold">
          {grades.map(facts)}
        </p>
      ) : (
        <>
          <Chip isOn={price === undefined} onPress={showAll}>
            {say.prices.all}
          </Chip>
          {grades.map((grade) => (
            <Chip
              key={grade.price}
              isOn={price === grade.price}
              onPress={() => (price === grade.price ? showAll() : showOnly(grade.price))}
            >
              {facts(grade)}
            </Chip>
          ))}
        </>
      )}
      {wheelchairs === undefined ? null : (
        <Chip isOn={wheelchairs.isOn} onPress={() => wheelchairs.onChange(!wheelchairs.isOn)}>
          <Accessibility className="size-4" aria-hidden="true" />
          {say.prices.wheelchairs}
        </Chip>
      )}
    </ChipRow>
  )

  function facts(grade: Grade) {
    const { price: each, tier, open } = grade
    return (
      <Fragment key={each}>
        <TierSample tier={tier} />
        {gradeName(grade, say, named)} {formats.money(each, plan.currency)}{" "}
        <span className="font-normal opacity-80">
          {open === 0 ? say.prices.soldOut : say.prices.left(formats.number(open))}
        </span>
      </Fragment>
    )
  }
}

/** Empty where several areas cost the same: the price says it all. */
export function gradeName(
  { only, isStanding }: Grade,
  say: ChoosingWords,
  named: Speaking["named"],
): string {
  if (only !== undefined) return named(only.name, only.englishName)
  return isStanding ? say.prices.standing : ""
}
