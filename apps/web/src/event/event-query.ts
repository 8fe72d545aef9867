import type { EventDetail, PerformanceOnSale } from "@podo/contract/catalog"
import { useSuspenseQuery } from "@tanstack/react-query"
import { trpc } from "../api/trpc.ts"

export function useEvent(eventId: string): EventDetail {
  return useSuspenseQuery(trpc.catalog.event.queryOptions({ eventId })).data
}

export function performanceOf(
  event: EventDetail,
  performanceId: string,
): PerformanceOnSale | undefined {
  return event.performances.find((each) => each.performanceId === performanceId)
}

export function performanceHref(eventId: string, performanceId: string): string {
  return `/events/${eventId}/performances/${performanceId}`
}

export function pricesOf(event: EventDetail) {
  const prices = event.performances.flatMap(({ areas }) => areas.map(({ price }) => price))
  return { lowest: Math.min(...prices), highest: Math.max(...prices) }
}
