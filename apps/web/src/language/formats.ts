import type { Instant } from "@podo/contract/ids"

export type Language = "ko" | "en"

type Zoned = { instant: Instant; timeZone: string }

const localeOf: Record<Language, string> = { ko: "ko-KR", en: "en-GB" }

const DAY: Intl.DateTimeFormatOptions = { month: "long", day: "numeric", weekday: "short" }
const CLOCK: Intl.DateTimeFormatOptions = { hour: "numeric", minute: "2-digit" }

/** Numbers, money and times as one language writes them. Times are read in the event's zone. */
export function formatsOf(language: Language) {
  const locale = localeOf[language]
  const date = ({ instant, timeZone }: Zoned, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone }).format(new Date(instant))

  return {
    number: (count: number) => new Intl.NumberFormat(locale).format(count),
    list: (parts: string[]) =>
      new Intl.ListFormat(locale, { style: "narrow", type: "unit" }).format(parts),
    money: (amount: number, currency: string) => money(locale, amount, currency),
    day: (instant: Instant, timeZone: string) =>
      date({ instant, timeZone }, withYear({ instant, timeZone }, DAY)),
    clock: (instant: Instant, timeZone: string) => date({ instant, timeZone }, CLOCK),
    dayAndClock: (instant: Instant, timeZone: string) =>
      date({ instant, timeZone }, withYear({ instant, timeZone }, { ...DAY, ...CLOCK })),
    /** Fits on a button: "11. 23. 20:00". */
    brief: (instant: Instant, timeZone: string) =>
      date(
        { instant, timeZone },
        { month: "numeric", day: "numeric", hour: "2-digit", minute: "2-digit", hour12: false },
      ),
    days: (from: Instant, to: Instant, timeZone: string) =>
      new Intl.DateTimeFormat(locale, {
        year: "numeric",
        month: language === "ko" ? "numeric" : "short",
        day: "numeric",
        timeZone,
      }).formatRange(new Date(from), new Date(to)),
    weekday: (instant: Instant, timeZone: string) =>
      date({ instant, timeZone }, { weekday: "short" }),
    monthAndDay: (instant: Instant, timeZone: string) =>
      date(
        { instant, timeZone },
        withYear({ instant, timeZone }, { month: "short", day: "numeric" }),
      ),
    zone: (timeZone: string) => zoneName(locale, timeZone),
  }
}

export type Formats = ReturnType<typeof formatsOf>

/** The year is said where it is not this one. */
function withYear(zoned: Zoned, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormatOptions {
  return isThisYear(zoned) ? options : { ...options, year: "numeric" }
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
