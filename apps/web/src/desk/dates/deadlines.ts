import type { Instant } from "@podo/contract/ids"
import { dayBeforeAt, laterByMinutes, minutesOfClock } from "../zoned-time.ts"
import { type Cancelling, type Closing, DAY_BEFORE_CLOCK } from "./dates-typing.ts"

const DAY_MINUTES = 24 * 60

function parts(deadline: Exclude<Closing | Cancelling, "day-before">) {
  const [from, minutes] = deadline.split(":")
  return { from: from === "end" ? "end" : "start", minutes: Number(minutes) } as const
}

export function saleClosesAtOf(closing: Closing, startsAt: Instant, endsAt: Instant): Instant {
  const { from, minutes } = parts(closing)
  return laterByMinutes(from === "end" ? endsAt : startsAt, -minutes)
}

/** Every day of a run is as long as the others by the clock. */
export function closingMinutesOfRun(closing: Closing, lengthMinutes: number): number {
  const { from, minutes } = parts(closing)
  return from === "end" ? minutes : minutes + lengthMinutes
}

export function cancelUntilOf(
  cancelling: Cancelling,
  startsAt: Instant,
  timeZone: string,
): Instant {
  if (cancelling === "day-before") return dayBeforeAt(startsAt, DAY_BEFORE_CLOCK, timeZone)
  return laterByMinutes(startsAt, -parts(cancelling).minutes)
}

export function cancelMinutesOfRun(cancelling: Cancelling, opensAt: string): number {
  if (cancelling !== "day-before") return parts(cancelling).minutes
  return minutesOfClock(opensAt) + DAY_MINUTES - minutesOfClock(DAY_BEFORE_CLOCK)
}
