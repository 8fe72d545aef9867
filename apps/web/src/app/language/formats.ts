import type { Language } from "@podo/contract/account"
import type { Instant } from "@podo/contract/ids"
import { HOUSE_ZONE, type LocalDay, localDay } from "../calendar/local-day.ts"
import { serverNowMs } from "../api/server-clock.ts"

type Zoned = { instant: Instant; timeZone: string }

const localeOf: Record<Language, string> = { ko: "ko-KR", en: "en-GB" }

const CLOCK: Record<Language, Intl.DateTimeFormatOptions> = {
  ko: { hour: "numeric", minute: "2-digit" },
  en: { hour: "2-digit", minute: "2-digit" },
}

/**
 * Numbers, money and times as one language writes them. Times are read in the event's zone, which is
 * named wherever the reader's own clock shows something else: "19:30 (Seoul time)".
 */
export function formatsOf(language: Language) {
  const locale = localeOf[language]
  const named = (text: string, zoned: Zoned) =>
    readsAnotherClock(zoned.instant, zoned.timeZone)
      ? `${text} (${zoneName(language, zoned.timeZone)})`
      : text
  const day = (instant: Instant, timeZone: string) => dayName(language, { instant, timeZone })
  const clock = (instant: Instant, timeZone: string) =>
    named(bareClock(language, { instant, timeZone }), { instant, timeZone })

  return {
    number: (count: number) => new Intl.NumberFormat(locale).format(count),
    /** Fits where a day of a month does: "1,234", "20만", "200k". */
    shortNumber: (count: number) =>
      new Intl.NumberFormat(locale, count < SHORT_FROM ? {} : { notation: "compact" }).format(
        count,
      ),
    list: (parts: string[]) => parts.join(", "),
    money: (amount: number, currency: string) => money(locale, amount, currency),
    day,
    clock,
    dayAndClock: (instant: Instant, timeZone: string) =>
      `${day(instant, timeZone)} ${clock(instant, timeZone)}`,
    /** "1,000원~2,000원", "£10 – £20". */
    between: (from: string, to: string) => between(language, from, to),
    /** "오후 1:00~오후 10:00", with the day where it ends on another one. */
    hours: (from: Instant, to: Instant, timeZone: string) =>
      named(hourSpan(language, from, { instant: to, timeZone }), { instant: to, timeZone }),
    /** Fits on a button: "11. 23. 20:00". */
    brief: (instant: Instant, timeZone: string) =>
      named(
        dateFormat(locale, {
          month: language === "ko" ? "numeric" : "short",
          day: "numeric",
          hour: "2-digit",
          minute: "2-digit",
          hourCycle: "h23",
          timeZone,
        }).format(new Date(instant)),
        { instant, timeZone },
      ),
    days: (from: Instant, to: Instant, timeZone: string) =>
      named(daySpan(language, from, { instant: to, timeZone }), { instant: from, timeZone }),
    /** A day of the calendar: "5월 2일 (토)", "Sat 2 May". */
    dayOf: (date: LocalDay) => dayName(language, inUtc(date)),
    /** "2026년 5월 2일 토요일", "Saturday 2 May 2026". */
    fullDay: (date: LocalDay) => {
      const part = (options: Intl.DateTimeFormatOptions) =>
        dateFormat(locale, { ...options, timeZone: "UTC" }).format(new Date(date))
      const weekday = part({ weekday: "long" })
      const dayOfYear = part({ year: "numeric", month: "long", day: "numeric" })
      return language === "ko" ? `${dayOfYear} ${weekday}` : `${weekday} ${dayOfYear}`
    },
    /** "2026년 5월", "May 2026". */
    month: (date: LocalDay) =>
      dateFormat(locale, { year: "numeric", month: "long", timeZone: "UTC" }).format(
        new Date(date),
      ),
    dayRange: (from: LocalDay, to: LocalDay) => daySpan(language, inUtc(from).instant, inUtc(to)),
    ago: (instant: Instant, nowMs = Date.now()) => ago(locale, instant, nowMs),
    zone: (timeZone: string) => zoneName(language, timeZone),
  }
}

export type Formats = ReturnType<typeof formatsOf>

const SHORT_FROM = 10_000
const MINUTE_MS = 60_000
const SPANS = [
  { unit: "day", ms: 24 * 60 * MINUTE_MS },
  { unit: "hour", ms: 60 * MINUTE_MS },
  { unit: "minute", ms: MINUTE_MS },
] as const

const dateFormats = new Map<string, Intl.DateTimeFormat>()

/** Making one takes longer than a hundred uses of it, and a year's calendar uses hundreds. */
function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options)
  const known = dateFormats.get(key) ?? new Intl.DateTimeFormat(locale, options)
  dateFormats.set(key, known)
  return known
}

/** A day of the calendar has no zone: midnight in UTC stands for it wherever it is read in UTC. */
const inUtc = (date: LocalDay): Zoned => ({ instant: `${date}T00:00:00.000Z`, timeZone: "UTC" })

/** "3시간 전", "yesterday", "now": as exactly as anybody wants to know it. */
function ago(locale: string, instant: Instant, nowMs: number): string {
  const agoMs = Math.max(0, nowMs - Date.parse(instant))
  const span = SPANS.find(({ ms }) => agoMs >= ms)
  const format = new Intl.RelativeTimeFormat(locale, { numeric: "auto" })
  if (span === undefined) return format.format(0, "second")
  return format.format(-Math.floor(agoMs / span.ms), span.unit)
}

/** "11월 23일 (월)", "Mon 23 November"; with the year where it is not this one. */
function dayName(language: Language, zoned: Zoned): string {
  const date = (options: Intl.DateTimeFormatOptions) =>
    dateFormat(localeOf[language], { ...options, timeZone: zoned.timeZone }).format(
      new Date(zoned.instant),
    )
  const year = isThisYear(zoned) ? {} : { year: "numeric" as const }
  const weekday = date({ weekday: "short" })
  const dayOfMonth = date({ ...year, month: "long", day: "numeric" })
  return language === "ko" ? `${dayOfMonth} (${weekday})` : `${weekday} ${dayOfMonth}`
}

const bareClock = (language: Language, { instant, timeZone }: Zoned) =>
  dateFormat(localeOf[language], { ...CLOCK[language], timeZone }).format(new Date(instant))

function hourSpan(language: Language, from: Instant, to: Zoned): string {
  const { timeZone } = to
  const sameDay = localDay(from, timeZone) === localDay(to.instant, timeZone)
  const until = `${sameDay ? "" : `${dayName(language, to)} `}${bareClock(language, to)}`
  return between(language, bareClock(language, { instant: from, timeZone }), until)
}

function between(language: Language, from: string, to: string): string {
  return language === "ko" ? `${from}~${to}` : `${from} – ${to}`
}

function daySpan(language: Language, from: Instant, to: Zoned): string {
  const span = dateFormat(localeOf[language], {
    ...(isThisYear(to) ? {} : { year: "numeric" }),
    month: language === "ko" ? "long" : "short",
    day: "numeric",
    timeZone: to.timeZone,
  }).formatRange(new Date(from), new Date(to.instant))
  // With a year Intl puts spaces around it, without one it does not.
  return language === "ko" ? span.replace(/\s*~\s*/, "~") : span
}

function isThisYear({ instant, timeZone }: Zoned): boolean {
  const year = dateFormat("en", { year: "numeric", timeZone })
  return year.format(new Date(instant)) === year.format(new Date())
}

/** `amount` is in the currency's minor unit: Intl knows how many digits that is. */
function money(locale: string, amount: number, currency: string): string {
  const korean = locale === "ko-KR" && currency === "KRW"
  if (korean) return `${new Intl.NumberFormat(locale).format(amount)}원`
  const format = new Intl.NumberFormat(locale, {
    style: "currency",
    currency,
    currencyDisplay: "narrowSymbol",
  })
  const digits = format.resolvedOptions().maximumFractionDigits ?? 0
  return format.format(amount / 10 ** digits)
}

/** "한국 시간", "뉴욕 시간"; "Seoul time": people know places, not the names of zones. */
function zoneName(language: Language, timeZone: string): string {
  if (language === "en") return `${timeZone.split("/").at(-1)?.replaceAll("_", " ")} time`
  if (timeZone === HOUSE_ZONE) return "한국 시간"
  const parts = dateFormat(localeOf.ko, {
    timeZone,
    timeZoneName: "shortGeneric",
  }).formatToParts(new Date())
  return parts.find((part) => part.type === "timeZoneName")?.value ?? timeZone
}

/** The reader's, for what belongs to no event. */
export function ownZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone
}

/** Whether the reader's clock shows something else than the event's at that moment. */
export function readsAnotherClock(instant: Instant, timeZone: string): boolean {
  const at = (zone?: string) =>
    dateFormat("en", {
      dateStyle: "short",
      timeStyle: "short",
      ...(zone === undefined ? {} : { timeZone: zone }),
    }).format(new Date(instant))
  return at(timeZone) !== at()
}

export function isAhead(instant: Instant): boolean {
  return Date.parse(instant) > serverNowMs()
}
