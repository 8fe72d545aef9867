import type { Language } from "@podo/contract/account"

const LOCALES: Record<Language, string> = { ko: "ko-KR", en: "en-GB" }

type Zoned = { language: Language; timeZone: string }

/** "20:00:03": how fresh a number is. The page's head names the zone. */
export function clockToTheSecond(atMs: number, { language, timeZone }: Zoned): string {
  return new Intl.DateTimeFormat(LOCALES[language], {
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    hourCycle: "h23",
    timeZone,
  }).format(atMs)
}

/** "20:03", short enough for the foot of a chart. */
export function minuteClock(instant: string, { language, timeZone }: Zoned): string {
  return new Intl.DateTimeFormat(LOCALES[language], {
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZone,
  }).format(new Date(instant))
}

/** Writes an instant as a time of day. */
export type Clock = (instant: string) => string
