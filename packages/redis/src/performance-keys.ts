import type { PerformanceId } from "@podo/contract/ids"

/**
 * Every key of a performance, in the order in which its scripts expect them.
 * The hash tag puts them on one slot, so that a script can see them all.
 */
export function keysOfPerformance(performanceId: PerformanceId) {
  const key = (name: string) => `${name}:{${performanceId}}`
  return {
    sale: key("sale"),
    areas: key("areas"),
    places: key("places"),
    open: key("open"),
    owner: key("owner"),
    holds: key("holds"),
    holdExpiry: key("hold-expiry"),
    confirming: key("confirming"),
    heldBy: key("held-by"),
    bookedBy: key("booked-by"),
    feed: key("feed"),
    loadLock: key("load-lock"),
    bell: key("bell"),
    returning: key("returning"),
    letGo: key("let-go"),
    runs: key("runs"),
    runStarts: key("run-starts"),
    ranks: key("ranks"),
    room: key("room"),
    line: key("line"),
    absent: key("absent"),
    admitted: key("admitted"),
    people: key("people"),
    draws: key("draws"),
    pace: key("pace"),
    recent: key("recent"),
    lineMinutes: key("line-minutes"),
    waits: key("waits"),
  }
}
