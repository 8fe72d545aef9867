import { useEffect, useSyncExternalStore } from "react"

/** A line in which this tab waits, with what a strip on other pages says of it. */
export type Wait = {
  performanceId: string
  eventId: string
  /** Of the page that shows all of it. */
  href: string
  title: string
  englishTitle: string | null
}

const KEPT_AS = "podo.waits"

let waits: readonly Wait[] = keptWaits()
/** Lines that a page shows in full this very moment, and how many of its parts do. */
let shown: ReadonlyMap<string, number> = new Map()
const listeners = new Set<() => void>()

export function keepWait(wait: Wait) {
  const known = waits.find(({ performanceId }) => performanceId === wait.performanceId)
  if (known && JSON.stringify(known) === JSON.stringify(wait)) return
  setWaits([...waits.filter((each) => each !== known), wait])
}

export function forgetWait(performanceId: string) {
  if (waits.every((wait) => wait.performanceId !== performanceId)) return
  setWaits(waits.filter((wait) => wait.performanceId !== performanceId))
}

/** Whether this tab shows a line of the event, or waits in one: then a crowd does, and its pages ask for little. */
export function isWaitingAt(eventId: string, performanceIds: readonly string[]): boolean {
  return (
    waits.some((wait) => wait.eventId === eventId) || performanceIds.some((id) => shown.has(id))
  )
}

/** As long as the page shows the line itself, no strip does. */
export function useShown(performanceId: string) {
  useEffect(() => {
    count(performanceId, 1)
    return () => count(performanceId, -1)
  }, [performanceId])
}

export function useWaits() {
  return useSyncExternalStore(subscribe, () => waits)
}

export function useAreShown() {
  return useSyncExternalStore(subscribe, () => shown)
}

function count(performanceId: string, more: 1 | -1) {
  const counted = new Map(shown)
  const parts = (counted.get(performanceId) ?? 0) + more
  if (parts > 0) counted.set(performanceId, parts)
  else counted.delete(performanceId)
  shown = counted
  tell()
}

function setWaits(kept: readonly Wait[]) {
  waits = kept
  sessionStorage.setItem(KEPT_AS, JSON.stringify(kept))
  tell()
}

const tell = () => listeners.forEach((listener) => listener())

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** A kept value may come from an older release. */
function keptWaits(): readonly Wait[] {
  try {
    const kept: unknown = JSON.parse(globalThis.sessionStorage?.getItem(KEPT_AS) ?? "[]")
    return Array.isArray(kept) ? (kept as Wait[]) : []
  } catch {
    return []
  }
}
