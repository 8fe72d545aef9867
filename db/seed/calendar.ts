const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
// Korea keeps one offset all year.
const SEOUL_MS = 9 * HOUR_MS

const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const
export type Weekday = (typeof weekdays)[number]

/** "19:30" on a weekday of the n-th week that begins after today. */
export type Moment = { week: number; weekday: Weekday; at: string }

/** When today began in Seoul. */
const todayOf = (now: Date) => Math.floor((now.getTime() + SEOUL_MS) / DAY_MS) * DAY_MS - SEOUL_MS

function clock(at: string): number {
  const [hours = 0, minutes = 0] = at.split(":").map(Number)
  return (hours + minutes / 60) * HOUR_MS
}

/** So many days from today (negative: ago), at a time of day in Seoul. */
export const dayFrom = (now: Date, days: number, at: string) =>
  new Date(todayOf(now) + days * DAY_MS + clock(at))

export function momentFrom(now: Date, { week, weekday, at }: Moment): Date {
  // 0 is Monday: the first of January 1970 was a Thursday.
  const today = (Math.floor((todayOf(now) + SEOUL_MS) / DAY_MS) + 3) % 7
  return dayFrom(now, 7 * week - today + weekdays.indexOf(weekday), at)
}

export const minutesAfter = (start: Date, minutes: number) =>
  new Date(start.getTime() + minutes * 60_000)

/** Five in the afternoon of the day before, in Seoul. */
export const eveOf = (start: Date) => dayFrom(start, -1, "17:00")
