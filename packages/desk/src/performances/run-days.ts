import type { Run, Terms } from "@podo/contract/desk-performance"

const MINUTE_MS = 60_000

const toInstant = (moment: Temporal.ZonedDateTime) => new Date(moment.epochMilliseconds)

/**
 * One performance for each day of a run, at the same time on the clocks of its zone: a day on which they are
 * moved is an hour shorter or longer. A time that such a day leaves out is the one an hour later.
 */
export function daysOf(run: Run, timeZone: string): Terms[] {
  const first = Temporal.PlainDate.from(run.firstDay)
  const { days: last } = first.until(run.lastDay, { largestUnit: "days" })
  const endsNextDay = run.endsAt <= run.startsAt
  return Array.from({ length: last + 1 }, (_, index): Terms => {
    const day = first.add({ days: index })
    const at = (date: Temporal.PlainDate, time: string) =>
      toInstant(date.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(time) }))
    const startsAt = at(day, run.startsAt)
    const endsAt = at(endsNextDay ? day.add({ days: 1 }) : day, run.endsAt)
    const before = (moment: Date, minutes: number) =>
      new Date(moment.getTime() - minutes * MINUTE_MS).toISOString()
    return {
      startsAt: startsAt.toISOString(),
      endsAt: endsAt.toISOString(),
      saleOpensAt: run.saleOpensAt,
      saleClosesAt: before(endsAt, run.saleClosesMinutesBeforeEnd),
      cancelUntil: before(startsAt, run.cancelMinutesBeforeStart),
      holdMinutes: run.holdMinutes,
      limitPerUser: run.limitPerUser,
    }
  })
}
