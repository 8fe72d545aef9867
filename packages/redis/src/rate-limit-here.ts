import { Refused } from "@podo/contract/refusal"
import type { RateLimit } from "./rate-limit.ts"

type Window = { endsAt: number; acts: number }

const windows = new WeakMap<RateLimit, Map<string, Window>>()

/**
 * Counts one act in this process alone; refuses with TOO_MANY_REQUESTS when there were too many. It is for limits
 * that may be as many times wider as there are processes, on acts that are not much dearer than asking Redis.
 */
export function spendHere(limit: RateLimit, who: string, now = Date.now()): void {
  const known = windows.get(limit) ?? new Map<string, Window>()
  windows.set(limit, known)
  const window = openWindow(known, who, { now, endsAt: now + limit.seconds * 1_000 })
  window.acts += 1
  if (window.acts <= limit.times) return
  throw new Refused({ code: "TOO_MANY_REQUESTS", retryAfterMs: window.endsAt - now })
}

const FORGOTTEN_AT_ONCE = 2

function openWindow(
  known: Map<string, Window>,
  who: string,
  { now, endsAt }: { now: number; endsAt: number },
) {
  // Windows are as long as each other, so those that are over come first: as many go as come.
  let looked = 0
  for (const [its, { endsAt: over }] of known) {
    if (over > now || looked++ === FORGOTTEN_AT_ONCE) break
    known.delete(its)
  }
  const open = known.get(who)
  if (open && open.endsAt > now) return open
  const window = { endsAt, acts: 0 }
  // What was over and is not gone yet must not keep its place among the first.
  known.delete(who)
  known.set(who, window)
  return window
}
