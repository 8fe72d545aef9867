const SPOKEN_AT_SECONDS = [60, 30, 10]

export type Clock = { minutes: number; seconds: number }

/** Rounded up: the last second is a second, not nothing. */
export function secondsLeft(lapsesAtMs: number, nowMs: number): number {
  return Math.max(0, Math.ceil((lapsesAtMs - nowMs) / 1000))
}

export function clockOf(seconds: number): Clock {
  return { minutes: Math.floor(seconds / 60), seconds: seconds % 60 }
}

export function digitsOf({ minutes, seconds }: Clock): string {
  return `${minutes}:${String(seconds).padStart(2, "0")}`
}

/**
 * The mark a screen reader hears of: a voice that counted every second would drown everything else.
 * Stays the same between marks, so that each is said once; undefined before the first.
 */
export function spokenMark(seconds: number): number | undefined {
  return SPOKEN_AT_SECONDS.findLast((mark) => seconds <= mark)
}
