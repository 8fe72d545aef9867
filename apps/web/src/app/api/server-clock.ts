import type { Instant } from "@podo/contract/ids"

/** How far the server's clock is ahead of this page's steady one, and how wrong that may be. */
export type ClockReading = { aheadMs: number; withinMs: number }

// Clocks drift, and the steady one of some devices stands still in their sleep.
const DRIFT_MS = 50

/** The answer was written somewhere between asking and hearing: the middle is wrong by half at most. */
export function clockReadingOf(now: Instant, askedMs: number, heardMs: number): ClockReading {
  return {
    aheadMs: Date.parse(now) - (askedMs + heardMs) / 2,
    withinMs: (heardMs - askedMs) / 2,
  }
}

/** The tighter of two that agree. Where they cannot both be right, something happened: the newer one. */
export function betterReading(known: ClockReading | undefined, fresh: ClockReading): ClockReading {
  if (known === undefined || fresh.withinMs <= known.withinMs) return fresh
  const apartMs = Math.abs(known.aheadMs - fresh.aheadMs)
  return apartMs <= known.withinMs + fresh.withinMs + DRIFT_MS ? known : fresh
}

let reading: ClockReading | undefined

/** `askedMs` is of the steady clock, when the question that the server answered so was sent. */
export function noteServerNow(now: Instant, askedMs: number) {
  reading = betterReading(reading, clockReadingOf(now, askedMs, performance.now()))
}

/** The server's clock, as well as the page knows it: sales open by it, whatever the device believes. */
export function serverNowMs(): number {
  return reading === undefined ? Date.now() : performance.now() + reading.aheadMs
}
