import { CalendarDays } from "lucide-react"
import { useWatch } from "react-hook-form"
import { useLanguage } from "../../app/language/language.ts"
import { ClockField } from "../desk-fields.tsx"
import { daysBetween } from "../zoned-time.ts"
import type { DatesAsked } from "./dates-asked.ts"
import { placesADate, type WithDates } from "./dates-typing.ts"
import { PriceFields } from "./price-fields.tsx"
import { RowFields } from "./row-fields.tsx"
import { SaleFields } from "./sale-fields.tsx"

/** Which dates, how they are sold, and what they cost: the part `dates` of the form around it. */
export function DatesFields(props: DatesAsked) {
  const { words } = useLanguage()
  return (
    <>
      {props.kind === "days" ? <RunFields /> : <RowFields timeZone={props.timeZone} />}
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
function RunFields() {
  const { words } = useLanguage()
  const { startsAt, endsAt } = useWatch<WithDates, "dates.run">({ name: "dates.run" })
  const isOvernight = startsAt !== "" && endsAt !== "" && endsAt <= startsAt
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <ClockField<WithDates>
        kind="date"
        name="dates.run.firstDay"
        label={words.deskForm.firstDay}
      />
      <ClockField<WithDates> kind="date" name="dates.run.lastDay" label={words.deskForm.lastDay} />
      <ClockField<WithDates> kind="time" name="dates.run.startsAt" label={words.deskForm.opensAt} />
      <ClockField<WithDates>
        kind="time"
        name="dates.run.endsAt"
        label={words.deskForm.closesAt}
        {...(isOvernight && { hint: words.deskForm.closesNextDay })}
      />
    </div>
  )
}

/** The result of the form, before anything is sent. */
function DatesPreview({ kind, hall }: DatesAsked) {
  const { words, formats } = useLanguage()
  const dates = useWatch<WithDates, "dates">({ name: "dates" })
  const places = hall === null ? null : placesADate(dates, hall, kind)
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
    const { firstDay, lastDay } = dates.run
    const days = daysBetween(firstDay, lastDay)
    if (days === null || days < 1) return null
    return words.deskForm.previewDays(
      formats.number(days),
      formats.dayRange(firstDay, lastDay),
      formats.number(days * placesADay),
    )
  }

  function ofPerformances(placesEach: number) {
    const count = dates.performances.filter(({ startsAt }) => startsAt !== "").length
    if (count === 0) return null
    return words.deskForm.previewPerformances(
      formats.number(count),
      formats.number(count * placesEach),
    )
  }
}
