// The facts that both ends of the live connection know, without zod: the page does not carry the library.

import type { Place } from "./ids.ts"
import type { Gaps } from "./live.ts"

/** Why the server closes a connection, as WebSocket close codes. */
export const LIVE_CLOSED = {
  /** Come back at once: another process goes on. */
  restarting: 1012,
  /** Come back later. */
  tooMany: 1013,
  /** The message is none that a client of ours sends. */
  notUnderstood: 1008,
  /** The session has ended; come back as whoever you are now. */
  sessionEnded: 4001,
} as const

export function gapsOf(places: readonly Place[]): Gaps {
  return places
    .toSorted((one, other) => one - other)
    .map((place, at, all) => place - (all[at - 1] ?? 0))
}

export function placesIn(gaps: Gaps): Place[] {
  let place = 0
  return gaps.map((gap) => (place += gap))
}

/**
 * Whether one revision is older than another. They are ids of a Redis stream: milliseconds, and a number within
 * them, compared as numbers.
 */
export function isOlder(one: string, other: string): boolean {
  const [oneMs = 0, oneNumber = 0] = one.split("-").map(Number)
  const [otherMs = 0, otherNumber = 0] = other.split("-").map(Number)
  return oneMs === otherMs ? oneNumber < otherNumber : oneMs < otherMs
}
