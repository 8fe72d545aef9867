import type { LocalDay } from "../../app/calendar/local-day.ts"
import type { Speaking } from "../../app/language/language.ts"
import type { EventDay } from "./event-days.ts"

type Tongue = Pick<Speaking, "words" | "formats">

/** "Saturday 2 May 2026, 37 left". */
export function spokenDay(
  day: LocalDay,
  known: EventDay | undefined,
  { words, formats }: Tongue,
  more: string[],
): string {
  return [
    formats.fullDay(day),
    ...(known === undefined ? [] : [spokenState(known, { words, formats })]),
    ...(known?.mine ? [words.sale.bookedByMe] : []),
    ...more,
  ].join(", ")
}

function spokenState({ state, remaining }: EventDay, { words, formats }: Tongue): string {
  switch (state) {
    case "open":
      return words.calendar.leftSpoken(formats.number(remaining))
    case "scheduled":
      return words.calendar.notYetSpoken
    case "sold-out":
      return words.calendar.soldOut
    case "cancelled":
      return words.calendar.cancelledSpoken
    case "closed":
      return words.calendar.overSpoken
  }
}

/** As short as it must be under a day's number. */
export function shownState({ state, remaining }: EventDay, { words, formats }: Tongue): string {
  switch (state) {
    case "open":
      return words.calendar.left(formats.shortNumber(remaining))
    case "scheduled":
      return words.calendar.notYet
    case "sold-out":
      return words.calendar.soldOut
    case "cancelled":
      return words.calendar.cancelled
    case "closed":
      return words.calendar.over
  }
}
