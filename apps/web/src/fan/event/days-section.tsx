import type { Booking } from "@podo/contract/booking"
import type { EventDetail } from "@podo/contract/catalog"
import { PLACE_STATES } from "@podo/contract/limits"
import { useQuery } from "@tanstack/react-query"
import { lazy, Suspense, useEffect, useRef, useState } from "react"
import { useSearchParams } from "wouter"
import { serverNowMs } from "../../app/api/server-clock.ts"
import { isLocalDay, type LocalDay, localDay } from "../../app/calendar/local-day.ts"
import { useLanguage } from "../../app/language/language.ts"
import { SkeletonBlock } from "../../app/shell/skeleton.tsx"
import { DayBox } from "./day-box.tsx"
import { daysOf, firstWelcomeDay, type EventDay } from "./event-days.ts"
import { trpc } from "../../app/api/trpc.ts"

// A library that only who chooses from a calendar needs.
const DayCalendar = lazy(async () => ({
  default: (await import("./day-calendar.tsx")).DayCalendar,
}))

/** Tailwind's lg: from here on calendar and box are beside each other. */
const BESIDE_FROM_PX = 1024

type DaysSectionProps = { event: EventDetail; onBooked: (booking: Booking) => void }

/** The calendar, and beside it what the picked day sells: chosen, held and booked without leaving. */
export function DaysSection({ event, onBooked }: DaysSectionProps) {
  const { words, formats } = useLanguage()
  const [picked, pick] = usePickedDay()
  const days = useCountedNow(daysOf(event), picked)
  const day = days.find((each) => each.day === picked)
  const start = day ?? firstWelcomeDay(days)
  const [month, setMonth] = useState(start?.day ?? localDay(serverNowMs(), event.timeZone))
  const choose = (chosen: LocalDay) => {
    pick(chosen)
    setMonth(chosen)
  }
  const { section, box } = useShown(day?.day)
  return (
    <div
      ref={section}
      className="grid scroll-mt-24 items-start gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,1fr)_24rem]"
    >
      <section className="flex flex-col gap-4 lg:max-w-2xl">
        <h2 className="text-xl font-bold">{words.event.dayTitle}</h2>
        <div className="rounded-3xl bg-raised p-2 ring-1 ring-line sm:p-5">
          <Suspense fallback={<CalendarSkeleton />}>
            <DayCalendar
              days={days}
              today={localDay(serverNowMs(), event.timeZone)}
              picked={day?.day}
              month={month}
              onMonth={setMonth}
              onPick={choose}
            />
          </Suspense>
        </div>
      </section>
      <output className="sr-only">
        {day === undefined ? null : words.event.dayShown(formats.fullDay(day.day))}
      </output>
      <div ref={box} className="scroll-mt-20 lg:sticky lg:top-24">
        <DayBox {...{ event, days, day, onBooked }} onPick={choose} />
      </div>
    </div>
  )
}

/** In the address, so that a day can be linked to, and is still picked after signing in. */
function usePickedDay(): [LocalDay | undefined, (day: LocalDay) => void] {
  const [params, setParams] = useSearchParams()
  const day = params.get("day")
  return [
    isLocalDay(day) ? day : undefined,
    (chosen) => setParams({ day: chosen }, { replace: true }),
  ]
}

/**
 * A picked day comes into sight. On a phone its box is below the calendar; elsewhere it is beside it,
 * and only who comes by a link to a day has yet to be taken past the poster.
 */
function useShown(day: LocalDay | undefined) {
  const [section, box] = [useRef<HTMLDivElement>(null), useRef<HTMLDivElement>(null)]
  const before = useRef<LocalDay | undefined | null>(null)
  useEffect(() => {
    const isFirst = before.current === null
    if (day !== undefined && before.current !== day) {
      const isBelow = innerWidth < BESIDE_FROM_PX
      const shown = isBelow ? box.current : section.current
      if (isBelow || isFirst) shown?.scrollIntoView({ block: "start", behavior: "smooth" })
    }
    before.current = day
  }, [box, day, section])
  return { section, box }
}

function CalendarSkeleton() {
  return <SkeletonBlock className="h-[25.5rem] w-full rounded-2xl sm:h-[29.5rem]" />
}

/** The picked day as its open box knows it: the box counts every few seconds, the calendar more rarely. */
function useCountedNow(days: EventDay[], picked: LocalDay | undefined): EventDay[] {
  const looked = days.find(({ day }) => day === picked)
  const only = looked?.performances.length === 1 ? looked.performances[0] : undefined
  const { data } = useQuery({
    ...trpc.seating.availability.queryOptions({ performanceId: only?.performanceId ?? "" }),
    // The box asks; here one only listens.
    enabled: false,
    select: ({ places }) => places.split(PLACE_STATES.open).length - 1,
  })
  if (data === undefined || looked === undefined) return days
  return days.map((each) => (each === looked ? counted(each, data) : each))
}

function counted(day: EventDay, remaining: number): EventDay {
  if (day.state !== "open" && day.state !== "sold-out") return day
  return { ...day, remaining, state: remaining > 0 ? "open" : "sold-out" }
}
