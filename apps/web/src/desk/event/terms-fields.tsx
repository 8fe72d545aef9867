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
  typing: TermsTyping
  onChange: (change: Partial<TermsTyping>) => void
}

export function TermsFields(props: TermsFieldsProps) {
  const { words } = useLanguage()
  const { event, isOpened, typing, onChange } = props
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
          <WallTimeField
            key={name}
            name={name}
            label={labels[name]}
            value={typing[name]}
            onValue={(wall) => onChange({ [name]: wall })}
            timeZone={event.timeZone}
            isFixed={isOpened && FIXED_ONCE_OPEN.has(name)}
          />
        ))}
        <NumberField
          name="limitPerUser"
          label={words.deskForm.limit}
          hint={words.deskForm.limitHint(LIMIT_PER_USER_MAX)}
          value={typing.limitPerUser}
          onValue={(limitPerUser) => onChange({ limitPerUser })}
        />
        <NumberField
          name="holdMinutes"
          label={words.deskForm.holdMinutes}
          hint={words.deskForm.holdHint(HOLD_MINUTES_MAX)}
          value={typing.holdMinutes}
          onValue={(holdMinutes) => onChange({ holdMinutes })}
        />
      </div>
      <fieldset className="grid min-w-0 gap-4 sm:grid-cols-2">
        <legend className="mb-3 font-bold">{words.deskForm.prices}</legend>
        <AreaFields {...props} />
      </fieldset>
    </>
  )
}

function AreaFields({ event, performance, isOpened, typing, onChange }: TermsFieldsProps) {
  const { words, named } = useLanguage()
  const change = (index: number, changed: Partial<TermsTyping["areas"][number]>) =>
    onChange({
      areas: typing.areas.map((area, each) => (each === index ? { ...area, ...changed } : area)),
    })
  return performance.areas.map((area, index) => {
    const name = named(area.name, area.englishName)
    const typed = typing.areas[index]
    return (
      <div key={area.area} className="contents">
        <MoneyField
          name={`areas.${index}.price`}
          label={words.deskForm.price(name)}
          value={typed?.price ?? ""}
          onValue={(price) => change(index, { price })}
          currency={event.currency}
          isFixed={isOpened}
        />
        {holdsAnyNumber(performance) ? (
          <NumberField
            name={`areas.${index}.capacity`}
            label={words.deskForm.capacity(name)}
            value={typed?.capacity ?? ""}
            onValue={(capacity) => change(index, { capacity })}
            isFixed={isOpened}
          />
        ) : null}
      </div>
    )
  })
}
