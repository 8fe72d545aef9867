import type { Language } from "@podo/contract/account"
import type { Eta } from "@podo/contract/waiting-room"

const localeOf: Record<Language, string> = { ko: "ko-KR", en: "en-GB" }

const MINUTE_SECONDS = 60
const MINUTE_MS = 60_000

/** Numbers, money and times for people whose own clock nobody can ask: the zone is always named. */
export function formatsFor(language: Language, timeZone: string) {
  const locale = localeOf[language]
  const number = (count: number) => new Intl.NumberFormat(locale).format(count)
  return {
    number,
    moment: (instant: string) =>
      new Intl.DateTimeFormat(locale, {
        timeZone,
        month: "long",
        day: "numeric",
        weekday: "short",
        hour: "numeric",
        minute: "2-digit",
        timeZoneName: "shortGeneric",
      }).format(new Date(instant)),
    money: (amount: number, currency: string) => moneyOf(locale, amount, currency),
    /** In whole minutes: nobody plans by seconds. */
    minutes: ({ from, to }: Eta) => ({
      from: number(Math.floor(from / MINUTE_SECONDS)),
      to: number(Math.max(1, Math.ceil(to / MINUTE_SECONDS))),
    }),
    minutesLeft: (ms: number) => number(Math.max(1, Math.ceil(ms / MINUTE_MS))),
  }
}

export type Formats = ReturnType<typeof formatsFor>

/** `amount` is in the currency's minor unit: Intl knows how many digits that is. */
function moneyOf(locale: string, amount: number, currency: string): string {
  if (currency === "KRW" && locale === localeOf.ko)
    return `${new Intl.NumberFormat(locale).format(amount)}원`
  const format = new Intl.NumberFormat(locale, {
    style: "currency",
    currency,
    currencyDisplay: "narrowSymbol",
  })
  return format.format(amount / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 0))
}

/** The first language that a browser asks for and we speak; Korean where it says nothing. */
export function languageAskedFor(accepted: string | undefined): Language {
  const first = (accepted ?? "").split(",").find((part) => /^\s*(ko|en)\b/i.test(part))
  if (first === undefined) return accepted ? "en" : "ko"
  return /^\s*ko/i.test(first) ? "ko" : "en"
}
