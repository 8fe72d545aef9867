import type { Instant } from "@podo/contract/ids"

export type Language = "ko" | "en"

type Zoned = { instant: Instant; timeZone: string }

const localeOf: Record<Language, string> = { ko: "ko-KR", en: "en-GB" }

const CLOCK: Record<Language, Intl.DateTimeFormatOptions> = {
  ko: { hour: "numeric", minute: "2-digit" },
  en: { hour: "2-digit", minute: "2-digit" },
}

/** Numbers, money and times as one language writes them. Times are read in the event's zone. */
export function formatsOf(language: Language) {
  const locale = localeOf[language]
  const day = (instant: Instant, timeZone: string) => dayName(language, { instant, timeZone })
  const clock = (instant: Instant, timeZone: string) =>
    new Intl.DateTimeFormat(locale, { ...CLOCK[language], timeZone }).format(new Date(instant))

  return {
    number: (count: number) => new Intl.NumberFormat(locale).format(count),
    list: (parts: string[]) => parts.join(", "),
    money: (amount: number, currency: string) => money(locale, amount, currency),
    day,
    clock,
    clockToTheSecond: (instant: Instant, timeZone: string) =>
      new Intl.DateTimeFormat(locale, { ...CLOCK[language], second: "2-digit", timeZone }).format(
        new Date(instant),
      ),
    dayAndClock: (instant: Instant, timeZone: string) =>
      `${day(instant, timeZone)} ${clock(instant, timeZone)}`,
    /** Fits on a button: "11. 23. 20:00". */
    brief: (instant: Instant, timeZone: string) =>
      new Intl.DateTimeFormat(locale, {
        month: language === "ko" ? "numeric" : "short",
        day: "numeric",
        hour: "2-digit",
        minute: "2-digit",
        hourCycle: "h23",
        timeZone,
      }).format(new Date(instant)),
    days: (from: Instant, to: Instant, timeZone: string) =>
      new Intl.DateTimeFormat(locale, {
        ...(isThisYear({ instant: to, timeZone }) ? {} : { year: "numeric" }),
        month: language === "ko" ? "long" : "short",
        day: "numeric",
        timeZone,
      }).formatRange(new Date(from), new Date(to)),
    ago: (instant: Instant, nowMs = Date.now()) => ago(locale, instant, nowMs),
    zone: (timeZone: string) => zoneName(locale, timeZone),
  }
}

export type Formats = ReturnType<typeof formatsOf>

const MINUTE_MS = 60_000
const SPANS = [
  { unit: "day", ms: 24 * 60 * MINUTE_MS },
  { unit: "hour", ms: 60 * MINUTE_MS },
  { unit: "minute", ms: MINUTE_MS },
] as const

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
    new Intl.DateTimeFormat(localeOf[language], { ...options, timeZone: zoned.timeZone }).format(
      new Date(zoned.instant),
    )
  const year = isThisYear(zoned) ? {} : { year: "numeric" as const }
  const weekday = date({ weekday: "short" })
  const dayOfMonth = date({ ...year, month: "long", day: "numeric" })
  return language === "ko" ? `${dayOfMonth} (${weekday})` : `${weekday} ${dayOfMonth}`
}

function isThisYear({ instant, timeZone }: Zoned): boolean {
  const year = new Intl.DateTimeFormat("en", { year: "numeric", timeZone })
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

function zoneName(locale: string, timeZone: string): string {
  const parts = new Intl.DateTimeFormat(locale, {
    timeZone,
    timeZoneName: "longGeneric",
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
    new Intl.DateTimeFormat("en", {
      dateStyle: "short",
      timeStyle: "short",
      ...(zone === undefined ? {} : { timeZone: zone }),
    }).format(new Date(instant))
  return at(timeZone) !== at()
}

export function isAhead(instant: Instant): boolean {
  return Date.parse(instant) > Date.now()
}
