import type { Instant } from "@podo/contract/ids"
import { Temporal } from "temporal-polyfill"

/** The text in a field: "2026-12-01T19:30", on the clocks of some time zone. */
export type WallTime = string

const HOUR_MINUTES = 60
const DAY_MINUTES = 24 * HOUR_MINUTES

/** Null for what is no time, and for an hour that the zone's clocks leave out. Of two, the first. */
export function instantOf(wall: WallTime, timeZone: string): Instant | null {
  const typed = plainOf(wall)
  if (typed === null || !isZone(timeZone)) return null
  const zoned = typed.toZonedDateTime(timeZone, { disambiguation: "earlier" })
  return zoned.toPlainDateTime().equals(typed) ? isoOf(zoned) : null
}

/** Clocks go forward at night: there is no half past two then. */
export function isSkipped(wall: WallTime, timeZone: string): boolean {
  return plainOf(wall) !== null && isZone(timeZone) && instantOf(wall, timeZone) === null
}

/** Clocks go back at night: half past two comes twice then. */
export function isTwice(wall: WallTime, timeZone: string): boolean {
  const typed = plainOf(wall)
  if (typed === null || !isZone(timeZone) || isSkipped(wall, timeZone)) return false
  const at = (disambiguation: "earlier" | "later") =>
    typed.toZonedDateTime(timeZone, { disambiguation }).epochMilliseconds
  return at("earlier") !== at("later")
}

export function wallOf(instant: Instant, timeZone: string): WallTime {
  return wallText(Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDateTime())
}

/** By the clock, as people plan: the same time on another day, whatever the clocks do between. */
export function laterByDays(wall: WallTime, days: number): WallTime {
  const typed = plainOf(wall)
  return typed === null ? wall : wallText(typed.add({ days }))
}

export function laterByMinutes(instant: Instant, minutes: number): Instant {
  return Temporal.Instant.from(instant).add({ minutes }).toString({ smallestUnit: "millisecond" })
}

/** That time on the day before. Where the clocks leave it out, the hour after the gap. */
export function dayBeforeAt(instant: Instant, clock: string, timeZone: string): Instant {
  const day = Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDate()
  return isoOf(
    day
      .subtract({ days: 1 })
      .toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(clock) }),
  )
}

/** The full hour that comes next in that zone. */
export function nextHour(timeZone: string, nowMs = Date.now()): WallTime {
  const now = Temporal.Instant.fromEpochMilliseconds(nowMs).toZonedDateTimeISO(timeZone)
  return wallText(now.round({ smallestUnit: "hour", roundingMode: "ceil" }).toPlainDateTime())
}

export function minutesOfClock(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(":").map(Number)
  return hours * HOUR_MINUTES + minutes
}

/** Closing at or before the opening means on the next day. */
export function minutesBetween(opens: string, closes: string): number {
  const minutes = minutesOfClock(closes) - minutesOfClock(opens)
  return minutes > 0 ? minutes : minutes + DAY_MINUTES
}

/** Both ends counted; null when they are no days. */
export function daysBetween(first: string, last: string): number | null {
  if (!isDay(first) || !isDay(last)) return null
  return Temporal.PlainDate.from(first).until(last, { largestUnit: "days" }).days + 1
}

function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && reads(() => Temporal.PlainDate.from(text)) !== null
}

/** An IANA name that this browser knows. Offsets are refused: they know no summer time. */
export function isZone(name: string): boolean {
  return /^[A-Z]/.test(name) && reads(() => Intl.DateTimeFormat("en", { timeZone: name })) !== null
}

/** The text typed as time, whether or not it exists in a zone. */
function plainOf(wall: WallTime): Temporal.PlainDateTime | null {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(wall)) return null
  return reads(() => Temporal.PlainDateTime.from(wall))
}

const wallText = (time: Temporal.PlainDateTime) => time.toString({ smallestUnit: "minute" })

const isoOf = (zoned: Temporal.ZonedDateTime): Instant =>
  zoned.toInstant().toString({ smallestUnit: "millisecond" })

function reads<Read>(read: () => Read): Read | null {
  try {
    return read()
  } catch {
    return null
  }
}
