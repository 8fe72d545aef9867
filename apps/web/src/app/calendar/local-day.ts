import type { Instant } from "@podo/contract/ids"

/** A day of the calendar, wherever it is lived: "2026-05-02". Days compare and sort as text. */
export type LocalDay = string

/**
 * Where Podo's houses are. "Today" on a list means today there, for whoever looks from wherever:
 * an evening in Seoul is on the day that its ticket names, and everybody shares one cached answer.
 */
export const HOUSE_ZONE = "Asia/Seoul"
// Korea has had no summer time since 1988.
const HOUSE_OFFSET = "+09:00"

const DAY_MS = 86_400_000

const dayFormats = new Map<string, Intl.DateTimeFormat>()

/** Which day it is in that zone at that moment. */
export function localDay(instant: Instant | number, timeZone: string): LocalDay {
  const format =
    dayFormats.get(timeZone) ??
    new Intl.DateTimeFormat("sv-SE", {
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      timeZone,
    })
  dayFormats.set(timeZone, format)
  return format.format(new Date(instant))
}

/** The moment at which the day begins in the house's zone, to the day, so that lists can be cached. */
export function houseMidnight(day: LocalDay): Instant {
  return new Date(`${day}T00:00:00.000${HOUSE_OFFSET}`).toISOString()
}

export function plusDays(day: LocalDay, days: number): LocalDay {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10)
}

export function daysBetween(from: LocalDay, to: LocalDay): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS)
}

/** 0 is Sunday. */
export function weekdayOf(day: LocalDay): number {
  return new Date(day).getUTCDay()
}

export function lastOfMonth(day: LocalDay): LocalDay {
  const [year, month] = day.split("-").map(Number)
  return new Date(Date.UTC(year ?? 0, month ?? 0, 0)).toISOString().slice(0, 10)
}

/** Whether this text, which may come from an address, names a day that exists. */
export function isLocalDay(text: string | null): text is LocalDay {
  if (text === null || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const date = new Date(text)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}

/** The date that a calendar on the page works with: that day on the device's clock, whatever its zone. */
export function dateOfDay(day: LocalDay): Date {
  const [year, month, date] = day.split("-").map(Number)
  // At noon: some zones have days that do not begin at midnight.
  return new Date(year ?? 0, (month ?? 1) - 1, date, 12)
}

export function dayOfDate(date: Date): LocalDay {
  const two = (part: number) => String(part).padStart(2, "0")
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}
