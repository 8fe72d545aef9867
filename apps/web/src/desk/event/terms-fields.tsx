import type { DeskEvent } from "@podo/contract/desk"
import type { DeskPerformance } from "@podo/contract/desk-performance"
import { HOLD_MINUTES_MAX, LIMIT_PER_USER_MAX } from "@podo/contract/limits"
import { useLanguage } from "../../app/language/language.ts"
import { MoneyField, NumberField, WallTimeField } from "../desk-fields.tsx"
import { holdsAnyNumber, type TermsTyping, TIMES, type TimeName } from "./terms-typing.ts"

const FIXED_ONCE_OPEN = new Set<TimeName>(["startsAt", "endsAt", "saleOpensAt"])

type TermsFieldsProps = {
  event: DeskEvent
  performance: DeskPerformance
  isOpened: boolean
}

export function TermsFields(props: TermsFieldsProps) {
  const { words } = useLanguage()
  const { event, isOpened } = props
  const labels: Record<TimeName, string> = {
    startsAt: words.deskForm.startsAt,
    endsAt: words.deskForm.endsAt,
    saleOpensAt: words.deskForm.saleOpensAt,
    saleClosesAt: words.deskForm.saleClosesAt,
    cancelUntil: words.deskForm.cancelUntilAt,
  }
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        {TIMES.map((name) => (
          <WallTimeField<TermsTyping>
            key={name}
            name={name}
            label={labels[name]}
            timeZone={event.timeZone}
            isFixed={isOpened && FIXED_ONCE_OPEN.has(name)}
          />
        ))}
        <NumberField<TermsTyping>
          name="limitPerUser"
          label={words.deskForm.limit}
          hint={words.deskForm.limitHint(LIMIT_PER_USER_MAX)}
        />
        <NumberField<TermsTyping>
          name="holdMinutes"
          label={words.deskForm.holdMinutes}
          hint={words.deskForm.holdHint(HOLD_MINUTES_MAX)}
        />
      </div>
      <fieldset className="grid min-w-0 gap-4 sm:grid-cols-2">
        <legend className="mb-3 font-bold">{words.deskForm.prices}</legend>
        <AreaFields {...props} />
      </fieldset>
    </>
  )
}

function AreaFields({ event, performance, isOpened }: TermsFieldsProps) {
  const { words, named } = useLanguage()
  return performance.areas.map((area, index) => {
    const name = named(area.name, area.englishName)
    return (
      <div key={area.area} className="contents">
        <MoneyField<TermsTyping>
          name={`areas.${index}.price`}
          label={words.deskForm.price(name)}
          currency={event.currency}
          isFixed={isOpened}
        />
        {holdsAnyNumber(performance) ? (
          <NumberField<TermsTyping>
            name={`areas.${index}.capacity`}
            label={words.deskForm.capacity(name)}
            isFixed={isOpened}
          />
        ) : null}
      </div>
    )
  })
}
