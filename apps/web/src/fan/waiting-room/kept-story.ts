import type { Ending } from "./ahead.ts"
import { parsePromise, type TimePromise } from "./time-promise.ts"

// The wait that a person was told outlives a reload: a new page must not tell another story.

const promiseKeyOf = (performanceId: string) => `podo.promise.${performanceId}`
const startKeyOf = (performanceId: string) => `podo.start.${performanceId}`
const endingKeyOf = (performanceId: string) => `podo.ending.${performanceId}`

export function keptPromiseOf(performanceId: string): TimePromise | undefined {
  return parsePromise(sessionStorage.getItem(promiseKeyOf(performanceId)))
}

export function keepPromise(performanceId: string, promise: TimePromise | undefined) {
  const key = promiseKeyOf(performanceId)
  if (promise === undefined) sessionStorage.removeItem(key)
  else sessionStorage.setItem(key, JSON.stringify(promise))
}

/** How many were ahead when this person began to wait in this line: the whole way. */
export function startOf(performanceId: string, lineId: string, ahead: number): number {
  const key = startKeyOf(performanceId)
  const [line, kept] = (sessionStorage.getItem(key) ?? "").split(" ")
  const start = Math.max(ahead, line === lineId ? Number(kept) || 0 : 0)
  sessionStorage.setItem(key, `${lineId} ${start}`)
  return start
}

/** For all tabs: whoever left on one does not enter by looking at another. */
export function keptEnding(performanceId: string): Ending | undefined {
  const kept = localStorage.getItem(endingKeyOf(performanceId))
  return kept === "left" || kept === "over" ? kept : undefined
}

export function keepEnding(performanceId: string, ending: Ending | undefined) {
  const key = endingKeyOf(performanceId)
  if (ending === undefined) localStorage.removeItem(key)
  else localStorage.setItem(key, ending)
}
