import type { EventDetail, PerformanceOnSale } from "@podo/contract/catalog"
import { useSuspenseQuery } from "@tanstack/react-query"
import { trpc } from "../api/trpc.ts"

const ASKED_AGAIN_MS = { atLeast: 5_000, atMost: 600_000 }
const SPREAD_MS = 1_000

/** Asked again when a sale opens, so that whoever waits on the page sees it open. */
export function useEvent(eventId: string): EventDetail {
  return useSuspenseQuery(
    trpc.catalog.event.queryOptions(
      { eventId },
      { refetchInterval: ({ state }) => untilOpeningMs(state.data) },
    ),
  ).data
}

/** Spread a little, for everybody waits for the same moment. */
function untilOpeningMs(event: EventDetail | undefined): number | false {
  const openings = (event?.performances ?? [])
    .filter(({ saleState }) => saleState === "scheduled")
    .map(({ saleOpensAt }) => Date.parse(saleOpensAt) - Date.now())
  if (openings.length === 0) return false
  const wait = Math.max(ASKED_AGAIN_MS.atLeast, Math.min(...openings, ASKED_AGAIN_MS.atMost))
  return wait + Math.random() * SPREAD_MS
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
