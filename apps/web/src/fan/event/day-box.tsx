import type { Booking } from "@podo/contract/booking"
import type { EventDetail } from "@podo/contract/catalog"
import { CalendarDays } from "lucide-react"
import { lazy, Suspense } from "react"
import type { LocalDay } from "../../app/calendar/local-day.ts"
import { useLanguage } from "../../app/language/language.ts"
import { SkeletonBlock } from "../../app/shell/skeleton.tsx"
import { Button } from "../../app/shell/button.tsx"
import { type EventDay, firstWelcomeDay, isStandingOnly, nearestOpenDay } from "./event-days.ts"
import { PerformanceRow } from "./performance-list.tsx"

// Most of it is the seat map of other events, and nothing is sold before a day is picked.
const Counter = lazy(async () => ({
  default: (await import("../choosing/counter.tsx")).Counter,
}))

type DayBoxProps = {
  event: EventDetail
  days: readonly EventDay[]
  day: EventDay | undefined
  onPick: (day: LocalDay) => void
  onBooked: (booking: Booking) => void
}

/** The offer of one day: of a festival the tickets themselves, else the performances to choose from. */
export function DayBox({ event, days, day, onPick, onBooked }: DayBoxProps) {
  const { words, formats } = useLanguage()
  if (day === undefined) return <NoDay days={days} onPick={onPick} />
  const [only] = day.performances
  if (only === undefined || day.performances.length > 1 || !isStandingOnly(only)) {
    return <Performances event={event} day={day} />
  }
  return (
    <section className="flex flex-col gap-4">
      <div>
        <h2 className="text-xl font-bold">{formats.dayOf(day.day)}</h2>
        <p className="text-muted">{formats.hours(only.startsAt, only.endsAt, event.timeZone)}</p>
        {day.state === "open" || day.state === "scheduled" ? (
          <p className="mt-1 text-sm text-muted">
            {words.event.cancelUntil(formats.dayAndClock(only.cancelUntil, event.timeZone))}
          </p>
        ) : null}
      </div>
      <Suspense fallback={<SkeletonBlock className="h-60 w-full rounded-3xl" />}>
        <Counter
          key={only.performanceId}
          sale={{
            event,
            performance: only,
            layout: "day",
            elsewhere: <NearestDay days={days} from={day.day} onPick={onPick} />,
            onBooked,
          }}
        />
      </Suspense>
    </section>
  )
}

function Performances({ event, day }: { event: EventDetail; day: EventDay }) {
  const { formats } = useLanguage()
  return (
    <section className="flex flex-col gap-4">
      <h2 className="text-xl font-bold">{formats.dayOf(day.day)}</h2>
      <ul className="flex flex-col gap-3">
        {day.performances.map((performance) => (
          <PerformanceRow key={performance.performanceId} event={event} performance={performance} />
        ))}
      </ul>
    </section>
  )
}

type NoDayProps = Pick<DayBoxProps, "days" | "onPick">

function NoDay({ days, onPick }: NoDayProps) {
  const { words, formats } = useLanguage()
  const first = firstWelcomeDay(days)
  return (
    <div className="flex flex-col items-center gap-3 rounded-3xl bg-sunken px-6 py-8 text-center lg:mt-11 lg:py-14">
      <CalendarDays className="size-9 text-muted max-lg:hidden" aria-hidden="true" />
      <p className="text-lg font-bold">{words.event.pickDay}</p>
      {first?.state === "open" ? (
        <>
          <p className="text-balance text-muted">
            {words.event.soonest(formats.dayOf(first.day), formats.number(first.remaining))}
          </p>
          <Button look="outline" onClick={() => onPick(first.day)}>
            {words.event.goToDay(formats.dayOf(first.day))}
          </Button>
        </>
      ) : (
        <p className="text-balance text-muted">{words.event.pickDayHint}</p>
      )}
    </div>
  )
}

type NearestDayProps = {
  days: readonly EventDay[]
  from: LocalDay
  onPick: (day: LocalDay) => void
}

/** The way on from a day that has nothing left. */
function NearestDay({ days, from, onPick }: NearestDayProps) {
  const { words, formats } = useLanguage()
  const nearest = nearestOpenDay(days, from)
  if (nearest === undefined) return <p className="text-sm text-muted">{words.event.noDayLeft}</p>
  const name = formats.dayOf(nearest.day)
  return (
    <div className="flex flex-col gap-2">
      <p className="text-sm">{words.event.nearest(name, formats.number(nearest.remaining))}</p>
      <Button size="large" onClick={() => onPick(nearest.day)}>
        {words.event.goToDay(name)}
      </Button>
    </div>
  )
}
