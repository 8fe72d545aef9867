import { CalendarDays } from "lucide-react"
import { useLanguage } from "../../app/language/language.ts"
import type { DatesTyped } from "./dates-typed.ts"
import { PriceFields } from "./price-fields.tsx"
import { RowFields } from "./row-fields.tsx"
import { SaleFields } from "./sale-fields.tsx"
import { ClockField } from "../desk-fields.tsx"
import { daysBetween } from "../zoned-time.ts"
import { placesADate } from "./dates-typing.ts"

/** Which dates, how they are sold, and what they cost. */
export function DatesFields(props: DatesTyped) {
  const { words } = useLanguage()
  return (
    <>
      {props.kind === "days" ? <RunFields {...props} /> : <RowFields {...props} />}
      <Part title={words.deskForm.prices}>
        <PriceFields {...props} />
      </Part>
      <Part title={words.deskForm.sale}>
        <SaleFields {...props} />
      </Part>
      <DatesPreview {...props} />
    </>
  )
}

function Part({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <fieldset className="flex min-w-0 flex-col gap-4">
      <legend className="mb-3 font-bold">{title}</legend>
      {children}
    </fieldset>
  )
}

/** From the first day to the last, each of them sold by itself. */
function RunFields({ typing, onChange }: DatesTyped) {
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

/** The result of the form, before anything is sent. */
function DatesPreview(props: DatesTyped) {
  const { words, formats } = useLanguage()
  const { typing, kind, hall } = props
  const places = hall === null ? null : placesADate(typing, hall, kind)
  if (places === null) return null
  const sentence = kind === "days" ? ofDays(places) : ofPerformances(places)
  if (sentence === null) return null
  return (
    <p
      aria-live="polite"
      className="flex items-start gap-2.5 rounded-xl bg-wash px-4 py-3 text-sm font-medium"
    >
      <CalendarDays className="mt-0.5 size-4.5 shrink-0 text-grape-ink" aria-hidden="true" />
      {sentence}
    </p>
  )

  function ofDays(placesADay: number) {
    const { firstDay, lastDay } = typing.run
    const days = daysBetween(firstDay, lastDay)
    if (days === null || days < 1) return null
    return words.deskForm.previewDays(
      formats.number(days),
      formats.dayRange(firstDay, lastDay),
      formats.number(days * placesADay),
    )
  }

  function ofPerformances(placesEach: number) {
    const count = typing.rows.filter(({ startsAt }) => startsAt !== "").length
    if (count === 0) return null
    return words.deskForm.previewPerformances(
      formats.number(count),
      formats.number(count * placesEach),
    )
  }
}
