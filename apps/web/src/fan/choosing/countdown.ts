const SPOKEN_AT_SECONDS = [60, 30, 10]

export type Clock = { hours: number; minutes: number; seconds: number }

/** Rounded up: the last second is a second, not nothing. */
export function secondsLeft(lapsesAtMs: number, nowMs: number): number {
  return Math.max(0, Math.ceil((lapsesAtMs - nowMs) / 1000))
}

export function clockOf(seconds: number): Clock & { days: number } {
  return {
    days: Math.floor(seconds / 86_400),
    hours: Math.floor(seconds / 3600) % 24,
    minutes: Math.floor(seconds / 60) % 60,
    seconds: seconds % 60,
  }
}

export function digitsOf({ hours, minutes, seconds }: Clock): string {
  const two = (part: number) => String(part).padStart(2, "0")
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds)}` : `${minutes}:${two(seconds)}`
}

/**
 * The mark a screen reader hears of: a voice that counted every second would drown everything else.
 * Stays the same between marks, so that each is said once; undefined before the first.
 */
export function spokenMark(seconds: number): number | undefined {
  return SPOKEN_AT_SECONDS.findLast((mark) => seconds <= mark)
}
