import { CalendarDays } from "lucide-react"
import { useLanguage } from "../../app/language/language.ts"
import { daysBetween } from "../zoned-time.ts"
import type { DatesTyped } from "./dates-typed.ts"
import { placesADate } from "./dates-typing.ts"

/** The result of the form, before anything is sent. */
export function DatesPreview(props: DatesTyped) {
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
