import { useLanguage } from "../../app/language/language.ts"
import { ClockField } from "../desk-fields.tsx"
import type { DatesTyped } from "./dates-typed.ts"

/** From the first day to the last, each of them sold by itself. */
export function RunFields({ typing, onChange }: DatesTyped) {
  const { words } = useLanguage()
  const { run } = typing
  const change = (changed: Partial<typeof run>) => onChange({ run: { ...run, ...changed } })
  const isOvernight = run.opensAt !== "" && run.closesAt !== "" && run.closesAt <= run.opensAt
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <ClockField
        kind="date"
        name="dates.run.firstDay"
        label={words.deskForm.firstDay}
        value={run.firstDay}
        onValue={(firstDay) => change({ firstDay })}
      />
      <ClockField
        kind="date"
        name="dates.run.lastDay"
        label={words.deskForm.lastDay}
        value={run.lastDay}
        onValue={(lastDay) => change({ lastDay })}
      />
      <ClockField
        kind="time"
        name="dates.run.startsAt"
        label={words.deskForm.opensAt}
        value={run.opensAt}
        onValue={(opensAt) => change({ opensAt })}
      />
      <ClockField
        kind="time"
        name="dates.run.endsAt"
        label={words.deskForm.closesAt}
        value={run.closesAt}
        onValue={(closesAt) => change({ closesAt })}
        {...(isOvernight && { hint: words.deskForm.closesNextDay })}
      />
    </div>
  )
}
