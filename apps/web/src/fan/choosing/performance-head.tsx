import type { EventDetail, PerformanceOnSale } from "@podo/contract/catalog"
import { ChevronLeft } from "lucide-react"
import { Link } from "wouter"
import { localDay } from "../../app/calendar/local-day.ts"
import { hasCalendar } from "../event/event-days.ts"
import { useLanguage } from "../../app/language/language.ts"

type PerformanceHeadProps = { event: EventDetail; performance: PerformanceOnSale }

export function PerformanceHead({ event, performance }: PerformanceHeadProps) {
  const { words, named } = useLanguage()
  return (
    <div className="-mt-3 flex flex-col gap-1 sm:-mt-5">
      <Link
        href={wayBackTo(event, performance)}
        className="-ml-2 inline-flex min-h-11 items-center gap-0.5 self-start rounded-xl pr-3 pl-1 text-sm font-semibold text-muted hover:text-ink"
      >
        <ChevronLeft className="size-5" aria-hidden="true" />
        {words.performance.back}
      </Link>
      <h1 className="text-xl font-extrabold sm:text-2xl">
        {named(event.title, event.englishTitle)}
      </h1>
      <p className="flex flex-wrap gap-x-3 text-muted">
        <PerformanceTime startsAt={performance.startsAt} timeZone={event.timeZone} />
        <span>
          {named(event.venueName, event.venueEnglishName)}{" "}
          {named(event.hallName, event.hallEnglishName)}
        </span>
      </p>
    </div>
  )
}

/** To the day in the calendar, where the event has one. */
function wayBackTo(event: EventDetail, { startsAt }: PerformanceOnSale): string {
  const day = hasCalendar(event) ? `?day=${localDay(startsAt, event.timeZone)}` : ""
  return `/events/${event.eventId}${day}`
}

type PerformanceTimeProps = { startsAt: string; timeZone: string }

export function PerformanceTime({ startsAt, timeZone }: PerformanceTimeProps) {
  const { formats } = useLanguage()
  return (
    <time dateTime={startsAt} className="font-semibold text-ink">
      {formats.dayAndClock(startsAt, timeZone)}
    </time>
  )
}
