import { LIVE_CLOSED } from "@podo/contract/live-wire"

export type BackOff = { firstMs: number; lastMs: number }

type Try = { tries: number; code?: number | undefined; random?: number }

/** Slow enough that nobody waits for much longer than the server was away. */
const GROWTH = 1.5

/**
 * How long to wait before the next try, somewhere between nothing and a bound that grows: whoever was cut off
 * together does not come back together.
 */
export function waitMsAfter(
  { firstMs, lastMs }: BackOff,
  { tries, code, random = Math.random() }: Try,
): number {
  if (code === LIVE_CLOSED.sessionEnded) return 0
  // The server has said that this is not the time: no sooner than half of the longest wait.
  if (code === LIVE_CLOSED.tooMany || code === LIVE_CLOSED.notUnderstood) {
    return lastMs / 2 + (random * lastMs) / 2
  }
  return random * Math.min(lastMs, firstMs * GROWTH ** tries)
}
