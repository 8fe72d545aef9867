import { ChevronLeft, ChevronRight } from "lucide-react"
import { type ReactNode, useEffect, useRef } from "react"
import type { ChevronProps, ClassNames, DayButtonProps } from "react-day-picker"
import { enGB } from "react-day-picker/locale/en-GB"
import { ko } from "react-day-picker/locale/ko"
import type { Language } from "@podo/contract/account"
import type { Formats } from "../language/formats.ts"
import type { Words } from "@podo/words/ko/page"
import { dayOfDate } from "./local-day.ts"

// Sunday first in Korean, Monday first in English.
const localeOf = { ko, en: enGB }

const STEP =
  "grid size-11 place-items-center rounded-xl text-ink hover:bg-sunken aria-disabled:cursor-not-allowed aria-disabled:text-line-strong aria-disabled:opacity-50 aria-disabled:hover:bg-transparent"

const classNames: Partial<ClassNames> = {
  months: "relative",
  month: "flex flex-col gap-2",
  nav: "absolute inset-x-0 top-0 flex justify-between",
  button_previous: STEP,
  button_next: STEP,
  month_caption: "grid h-11 place-items-center",
  caption_label: "text-lg font-bold",
  month_grid: "w-full table-fixed border-collapse",
  weekday: "pb-1 text-xs font-medium text-muted",
  day: "p-px align-top sm:p-0.5",
}

function Chevron({ orientation }: ChevronProps) {
  const Icon = orientation === "left" ? ChevronLeft : ChevronRight
  return <Icon className="size-5" aria-hidden="true" />
}

/** The look that every calendar of the page has. */
export function calendarProps(language: Language, words: Words, formats: Formats) {
  return {
    locale: localeOf[language],
    classNames,
    formatters: { formatCaption: (month: Date) => formats.month(dayOfDate(month)) },
    labels: {
      labelNav: () => words.calendar.months,
      labelPrevious: () => words.calendar.before,
      labelNext: () => words.calendar.after,
      labelGrid: (month: Date) => formats.month(dayOfDate(month)),
    },
  }
}

type SpokenDayProps = DayButtonProps & { look: string; children: ReactNode }

/** Its name is what is to be heard of the day, instead of a label over figures that say less. */
export function SpokenDay({ day, modifiers, look, children, ...props }: SpokenDayProps) {
  const { "aria-label": spoken, ...rest } = props
  const button = useRef<HTMLButtonElement>(null)
  const isFocused = Boolean(modifiers["focused"])
  useEffect(() => {
    if (isFocused) button.current?.focus()
  }, [isFocused])
  return (
    <button {...rest} ref={button} value={day.isoDate} className={look}>
      <span className="sr-only">{spoken}</span>
      {children}
    </button>
  )
}

function PlainDay({ children, className = "", ...rest }: DayButtonProps) {
  return (
    <SpokenDay {...rest} look={className}>
      <span aria-hidden="true">{children}</span>
    </SpokenDay>
  )
}

export const calendarParts = { Chevron, DayButton: PlainDay }

/** A range is a band between two marked days. */
export const RANGE_LOOK = {
  classNames: {
    day_button:
      "min-h-11 w-full rounded-xl font-semibold hover:bg-sunken disabled:font-normal disabled:text-line-strong disabled:opacity-60 disabled:hover:bg-transparent",
    today: "[&>button]:underline [&>button]:decoration-2 [&>button]:underline-offset-4",
    range_middle: "[&>button]:rounded-none [&>button]:bg-wash",
  },
  modifiersClassNames: {
    edge: "[&>button]:!rounded-xl [&>button]:!bg-grape [&>button]:text-white",
  },
}
