import type { EventDetail, PerformanceOnSale } from "@podo/contract/catalog"
import { useEffect } from "react"
import { localDay } from "../../app/calendar/local-day.ts"
import { hasCalendar, isStandingOnly } from "../event/event-days.ts"
import { performanceHref } from "../../app/shell/performance-href.ts"
import { isInLine, type KnownStanding } from "./ahead.ts"
import { forgetWait, keepWait } from "./waits.ts"

/** While one is in line here, or inside, other pages of the tab say so. */
export function useKeptWait(
  event: EventDetail,
  performance: PerformanceOnSale,
  known: KnownStanding | undefined,
) {
  const { performanceId } = performance
  const isWaiting = known && (isInLine(known) || known.isLost || known.state === "admitted")
  useEffect(() => {
    if (isWaiting === undefined) return
    if (!isWaiting) return forgetWait(performanceId)
    keepWait({
      performanceId,
      eventId: event.eventId,
      href: hrefOf(event, performance),
      title: event.title,
      englishTitle: event.englishTitle,
    })
  }, [isWaiting, event, performance, performanceId])
}

/** A festival's day is sold beside its calendar, anything else on a page of its own. */
function hrefOf(event: EventDetail, performance: PerformanceOnSale): string {
  if (!hasCalendar(event) || !isStandingOnly(performance)) {
    return performanceHref(event.eventId, performance.performanceId)
  }
  return `/events/${event.eventId}?day=${localDay(performance.startsAt, event.timeZone)}`
}
