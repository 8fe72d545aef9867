import type { Eta } from "@podo/contract/waiting-room"

const MINUTE_MS = 60_000
const MEASURED_MIN = 4

export type Pace = {
  /** People before the one who asks. */
  ahead: number
  perMinute: number
  capacity: number
  admissionMs: number
  /** How many went from the front of the line by minute: in this one so far, and in those before it, the last first. */
  movedLately: readonly number[]
  /** The server's clock, and when the sale opened, in ms. */
  now: number
  opensAt: number
}

/**
 * How long it takes until everybody ahead has gone in, and the one who asks. What was counted lately is taken for a
 * Poisson process: of n in some time, the expected number is within n - 2 sqrt(n) and n + 2 sqrt(n) in 19 of 20
 * cases. Before enough was counted: at best at the room's rate, and at worst when everybody inside stays to the end.
 */
export function etaOf(pace: Pace): Eta {
  const { ahead, perMinute } = pace
  const slowest = Math.min(perMinute, (pace.capacity * MINUTE_MS) / pace.admissionMs)
  const { moved, minutes } = movedOf(pace)
  const spread = 2 * Math.sqrt(moved)
  const isMeasured = moved >= MEASURED_MIN && minutes > 0
  const fast = isMeasured ? (moved + spread) / minutes : perMinute
  const slow = isMeasured ? Math.max(moved - spread, 1) / minutes : slowest
  const secondsAt = (rate: number) => ((ahead + 1) / rate) * 60
  return { from: Math.floor(secondsAt(fast)), to: Math.ceil(secondsAt(slow)) }
}

/** What went since the sale opened, or in the last minutes, and in how many minutes. */
function movedOf({ movedLately, now, opensAt }: Pace) {
  const sinceMinute = now % MINUTE_MS
  const counted = (movedLately.length - 1) * MINUTE_MS + sinceMinute
  const moved = movedLately.reduce((sum, count) => sum + count, 0)
  return { moved, minutes: Math.min(counted, Math.max(0, now - opensAt)) / MINUTE_MS }
}
