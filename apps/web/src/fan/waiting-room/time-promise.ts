import type { Eta } from "@podo/contract/waiting-room"

/** When a person's turn comes, as it was told to them: moments of the server's clock. */
export type TimePromise = {
  lineId: string
  fromMs: number
  toMs: number
  /** The later end had to be moved: they are told so. */
  isLonger: boolean
}

const MINUTE_MS = 60_000
/** Less than this nobody plans by: the promise stays as it is. */
const SLACK_MIN_MS = 30_000
const SLACK_SHARE = 0.15

/**
 * A promise only ever widens to the worse: its early end never moves away, and its late end does so only with a
 * word about it. Good news narrow it.
 */
export function keptPromise(
  before: TimePromise | undefined,
  { lineId, eta, nowMs }: { lineId: string; eta: Eta; nowMs: number },
): TimePromise {
  const fromMs = nowMs + eta.from * 1000
  const toMs = nowMs + eta.to * 1000
  if (before === undefined || before.lineId !== lineId) {
    return { lineId, fromMs, toMs, isLonger: false }
  }
  const slackMs = Math.max(SLACK_MIN_MS, SLACK_SHARE * (before.toMs - nowMs))
  const isSame = Math.abs(toMs - before.toMs) <= slackMs
  return {
    lineId,
    fromMs: Math.min(before.fromMs, fromMs),
    toMs: isSame ? before.toMs : toMs,
    isLonger: isSame ? before.isLonger : toMs > before.toMs,
  }
}

/** So far apart nobody can plan by it yet: it is said why. */
const WIDE = 3

export function isWide({ fromMs, toMs }: TimePromise, nowMs: number): boolean {
  return toMs - nowMs > WIDE * Math.max(MINUTE_MS, fromMs - nowMs)
}

/** As people plan: whole minutes, or hours. `from` is missing once its moment is past: then it is "at most". */
export type TimeLeftWords =
  | { kind: "soon" }
  | { kind: "minutes" | "hours"; from: number | undefined; to: number }
  /** From minutes to hours. */
  | { kind: "mixed"; from: number; to: number }

/** Up to two hours people count in minutes. */
const MINUTES_MAX = 120

export function timeUntil({ fromMs, toMs }: TimePromise, nowMs: number): TimeLeftWords {
  const leftMs = toMs - nowMs
  if (leftMs <= MINUTE_MS) return { kind: "soon" }
  const fromMinutes = Math.floor((fromMs - nowMs) / MINUTE_MS)
  const toMinutes = Math.ceil(leftMs / MINUTE_MS)
  if (toMinutes <= MINUTES_MAX) return { kind: "minutes", ...rangeOf(fromMinutes, toMinutes) }
  const to = Math.ceil(toMinutes / 60)
  if (fromMinutes >= MINUTES_MAX)
    return { kind: "hours", ...rangeOf(Math.floor(fromMinutes / 60), to) }
  return fromMinutes < 1
    ? { kind: "hours", from: undefined, to }
    : { kind: "mixed", from: fromMinutes, to }
}

const rangeOf = (from: number, to: number) => ({
  from: from >= 1 && from < to ? from : undefined,
  to,
})

/** A kept value may come from an older release. */
export function parsePromise(text: string | null): TimePromise | undefined {
  if (text === null) return undefined
  try {
    const { lineId, fromMs, toMs, isLonger } = JSON.parse(text) as Record<string, unknown>
    if (typeof lineId !== "string" || typeof fromMs !== "number" || typeof toMs !== "number") {
      return undefined
    }
    return { lineId, fromMs, toMs, isLonger: isLonger === true }
  } catch {
    return undefined
  }
}
