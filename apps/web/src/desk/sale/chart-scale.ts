/** Below this a single booking would fill the chart. */
const TOP_MIN = 4
const STEPS_MAX = 4

/** The values at which a chart of counts has lines: from 0 to the first one that nothing rises above. */
export function scaleOf(largest: number): number[] {
  const step = stepOf(Math.max(largest, TOP_MIN) / STEPS_MAX)
  const steps = Math.ceil(Math.max(largest, TOP_MIN) / step)
  return Array.from({ length: steps + 1 }, (_, at) => at * step)
}

/** 1, 2, 5, 10, 20, 50 …: whole numbers that people read without reckoning. */
function stepOf(atLeast: number): number {
  const power = 10 ** Math.floor(Math.log10(atLeast))
  return [1, 2, 5, 10].map((factor) => factor * power).find((step) => step >= atLeast) ?? 10 * power
}

type Minute = { minute: string; bookings: number }

export type ChartFacts = {
  total: number
  /** The fullest minute, the earliest if several are; undefined when nothing was booked. */
  peak: Minute | undefined
  /** The last one is still under way. */
  current: Minute | undefined
}

export function factsOf(minutes: readonly Minute[]): ChartFacts {
  const total = minutes.reduce((sum, { bookings }) => sum + bookings, 0)
  const most = Math.max(0, ...minutes.map(({ bookings }) => bookings))
  const peak = most === 0 ? undefined : minutes.find(({ bookings }) => bookings === most)
  return { total, peak, current: minutes.at(-1) }
}

/** Every so many minutes a label: on the quarters of an hour, wherever the hour began. */
export function quartersOf(
  minutes: readonly Pick<Minute, "minute">[],
): { at: number; minute: string }[] {
  return minutes.flatMap(({ minute }, at) =>
    new Date(minute).getUTCMinutes() % 15 === 0 ? [{ at, minute }] : [],
  )
}
