import { Dialog } from "@base-ui/react/dialog"
import { useState } from "react"
import { DayPicker } from "react-day-picker"
import { serverNowMs } from "../../app/api/server-clock.ts"
import { calendarParts, calendarProps, RANGE_LOOK } from "../../app/calendar/calendar-look.tsx"
import {
  dateOfDay,
  dayOfDate,
  HOUSE_ZONE,
  type LocalDay,
  localDay,
  plusDays,
} from "../../app/calendar/local-day.ts"
import { ownZone } from "../../app/language/formats.ts"
import { useLanguage } from "../../app/language/language.ts"
import { Button } from "../../app/shell/button.tsx"
import { DialogCard } from "../../app/shell/dialog-card.tsx"
import type { DayRange } from "./listing.ts"

const AHEAD_DAYS_MAX = 366

type DatesDialogProps = {
  isOpen: boolean
  range: DayRange | undefined
  onChoose: (range: DayRange | undefined) => void
  onClose: () => void
}

export function DatesDialog({ isOpen, range, onChoose, onClose }: DatesDialogProps) {
  const { words } = useLanguage()
  return (
    <Dialog.Root open={isOpen} onOpenChange={(open) => (open ? undefined : onClose())}>
      <DialogCard title={words.home.chooseDates}>
        <RangeChoice range={range} onChoose={onChoose} />
      </DialogCard>
    </Dialog.Root>
  )
}

type Picked = { from: LocalDay | undefined; to: LocalDay | undefined }

function RangeChoice({ range, onChoose }: Pick<DatesDialogProps, "range" | "onChoose">) {
  const { words, formats } = useLanguage()
  const [picked, pick] = useState<Picked>(range ?? { from: undefined, to: undefined })
  const { from, to = from } = picked
  return (
    <>
      {ownZone() === HOUSE_ZONE ? null : (
        <p className="text-sm text-muted">{words.home.houseDays(formats.zone(HOUSE_ZONE))}</p>
      )}
      <RangeCalendar picked={picked} onPick={pick} />
      <div className="flex flex-col-reverse gap-2 sm:grid sm:grid-cols-[auto_1fr]">
        <Button look="outline" size="large" onClick={() => onChoose(undefined)}>
          {words.home.anyDate}
        </Button>
        {from === undefined || to === undefined ? (
          <Button size="large" disabled>
            {words.home.chooseDates}
          </Button>
        ) : (
          <Button size="large" onClick={() => onChoose({ from, to })}>
            {words.home.showDates(formats.dayRange(from, to))}
          </Button>
        )}
      </div>
    </>
  )
}

type RangeCalendarProps = { picked: Picked; onPick: (picked: Picked) => void }

/** One press is a day, another one the end of a range. */
function RangeCalendar({ picked: { from, to = from }, onPick }: RangeCalendarProps) {
  const { language, words, formats } = useLanguage()
  const today = localDay(serverNowMs(), HOUSE_ZONE)
  const last = plusDays(today, AHEAD_DAYS_MAX)
  const common = calendarProps(language, words, formats)
  const asDate = (day: LocalDay | undefined) => (day === undefined ? undefined : dateOfDay(day))
  return (
    <DayPicker
      {...common}
      {...RANGE_LOOK}
      classNames={{ ...common.classNames, ...RANGE_LOOK.classNames }}
      labels={{
        ...common.labels,
        labelDayButton: (date, { selected = false }) =>
          [formats.fullDay(dayOfDate(date)), ...(selected ? [words.calendar.picked] : [])].join(
            ", ",
          ),
      }}
      components={calendarParts}
      mode="range"
      resetOnSelect
      fixedWeeks
      today={dateOfDay(today)}
      defaultMonth={dateOfDay(from ?? today)}
      startMonth={dateOfDay(today)}
      endMonth={dateOfDay(last)}
      disabled={(date) => dayOfDate(date) < today || dayOfDate(date) > last}
      modifiers={{ edge: [from, to].flatMap((day) => asDate(day) ?? []) }}
      selected={{ from: asDate(from), to: asDate(from === to ? undefined : to) }}
      onSelect={(range) =>
        onPick({
          from: range?.from && dayOfDate(range.from),
          to: range?.to && dayOfDate(range.to),
        })
      }
    />
  )
}
