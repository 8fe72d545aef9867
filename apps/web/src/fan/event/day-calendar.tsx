import { createContext, use } from "react"
import { DayPicker, type DayButtonProps } from "react-day-picker"
import { calendarParts, calendarProps, SpokenDay } from "../../app/calendar/calendar-look.tsx"
import { dateOfDay, dayOfDate, type LocalDay } from "../../app/calendar/local-day.ts"
import { useLanguage } from "../../app/language/language.ts"
import { shownState, spokenDay } from "./day-words.ts"
import { type EventDay, isPickable } from "./event-days.ts"
import { FEW } from "./remaining-places.tsx"

type DayCalendarProps = {
  days: readonly EventDay[]
  today: LocalDay
  picked: LocalDay | undefined
  month: LocalDay
  onMonth: (month: LocalDay) => void
  onPick: (day: LocalDay) => void
}

const Days = createContext<ReadonlyMap<LocalDay, EventDay>>(new Map())

const components = { ...calendarParts, DayButton }

/** The months of an event's run. Days are days of the event's zone, whatever the device's is. */
export function DayCalendar({ days, today, picked, month, onMonth, onPick }: DayCalendarProps) {
  const { language, words, formats } = useLanguage()
  const byDay = new Map(days.map((each) => [each.day, each]))
  const common = calendarProps(language, words, formats)
  const first = days[0]?.day ?? today
  const last = days.at(-1)?.day ?? today
  return (
    <Days value={byDay}>
      <DayPicker
        {...common}
        mode="single"
        required
        labels={{
          ...common.labels,
          labelDayButton: (date, { selected = false }) =>
            spokenDay(dayOfDate(date), byDay.get(dayOfDate(date)), { words, formats }, [
              ...(dayOfDate(date) === today ? [words.calendar.today] : []),
              ...(selected ? [words.calendar.picked] : []),
            ]),
        }}
        components={components}
        today={dateOfDay(today)}
        selected={picked === undefined ? undefined : dateOfDay(picked)}
        onSelect={(date) => onPick(dayOfDate(date))}
        month={dateOfDay(month)}
        onMonthChange={(shown) => onMonth(dayOfDate(shown))}
        startMonth={dateOfDay(first)}
        endMonth={dateOfDay(last)}
        fixedWeeks={first.slice(0, 7) !== last.slice(0, 7)}
        disabled={(date) => {
          const day = byDay.get(dayOfDate(date))
          return day === undefined || !isPickable(day)
        }}
      />
    </Days>
  )
}

function DayButton({ children, ...rest }: DayButtonProps) {
  const known = use(Days).get(dayOfDate(rest.day.date))
  const { modifiers } = rest
  const isPicked = Boolean(modifiers["selected"])
  return (
    <SpokenDay
      {...rest}
      look={`relative flex min-h-13 w-full flex-col items-center justify-center gap-0.5 rounded-xl sm:min-h-15 ${lookOf(known, isPicked)}`}
    >
      <span
        aria-hidden="true"
        className={`text-base leading-5 font-semibold ${modifiers["today"] ? "underline decoration-2 underline-offset-4" : ""} ${known?.state === "cancelled" ? "line-through" : ""}`}
      >
        {children}
      </span>
      {known === undefined ? null : <Note of={known} isPicked={isPicked} />}
      {known?.mine ? (
        <span
          className={`absolute top-1.5 right-1.5 size-1.5 rounded-full ${isPicked ? "bg-white" : "bg-grape-ink"}`}
        />
      ) : null}
    </SpokenDay>
  )
}

function lookOf(day: EventDay | undefined, isPicked: boolean): string {
  if (isPicked) return "bg-grape text-white"
  if (day === undefined) return "text-line-strong opacity-60"
  switch (day.state) {
    case "open":
      return "bg-wash text-ink hover:bg-wash-line"
    case "scheduled":
      return "ring-1 ring-wash-line ring-inset text-ink hover:bg-wash"
    case "sold-out":
      return "bg-sunken text-muted hover:bg-line"
    case "cancelled":
      return "text-muted"
    case "closed":
      return day.mine ? "bg-sunken text-muted hover:bg-line" : "text-muted"
  }
}

function Note({ of: day, isPicked }: { of: EventDay; isPicked: boolean }) {
  const { words, formats } = useLanguage()
  const isFew = day.state === "open" && day.remaining <= FEW && !isPicked
  return (
    <span
      aria-hidden="true"
      className={`text-[0.6875rem] leading-4 font-semibold tracking-tight whitespace-nowrap ${isFew ? "text-ember" : ""}`}
    >
      {shownState(day, { words, formats })}
    </span>
  )
}
