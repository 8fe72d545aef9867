import type { EventDetail, PerformanceOnSale } from "@podo/contract/catalog"
import { useSuspenseQuery } from "@tanstack/react-query"
import { useEffect, useMemo, useState } from "react"
import { serverNowMs } from "../../app/api/server-clock.ts"
import { queryClient, trpc } from "../../app/api/trpc.ts"
import { readAgainMs } from "../../app/live/read-again.ts"
import { useNews } from "../../app/live/use-live.ts"
import { isWaitingAt } from "../waiting-room/waits.ts"
import { eventOptions } from "./event-options.ts"
import { eventAt, nextTurnMs } from "./sale-clock.ts"

const ASKED_AGAIN_MS = 30_000
const SPREAD_MS = 5_000
/** A crowd in line hears from it what is left. */
const ASKED_AGAIN_IN_LINE_MS = 300_000
/** When the terms of a sale change, everybody who looks at it asks, but not all at once. */
const TURN_SPREAD_MS = 1_000
/** The terms are rarely others after a loss, and the page has more urgent things to read. */
const LOSS_SPREAD_MS = 6_000
// Browsers take a longer wait for none at all.
const WAIT_MAX_MS = 3_600_000

/**
 * The event as it is now: its sales open and close by the server's clock while one looks, without
 * asking. Asked again every now and then, spread a little, for how much is left.
 */
export function useEvent(eventId: string): EventDetail {
  const { data: event } = useSuspenseQuery({
    ...eventOptions(eventId),
    refetchInterval: ({ state }) => {
      const everyMs = hasWait(state.data) ? ASKED_AGAIN_IN_LINE_MS : ASKED_AGAIN_MS
      return everyMs + Math.random() * SPREAD_MS
    },
  })
  useNews((news) => {
    const { queryKey } = trpc.catalog.event.queryOptions({ eventId })
    const ageMs = Date.now() - (queryClient.getQueryState(queryKey)?.dataUpdatedAt ?? 0)
    const isTurn = news.news === "sale-changed"
    const waitMs = isTurn
      ? Math.random() * TURN_SPREAD_MS
      : readAgainMs(news, { ageMs, spreadMs: LOSS_SPREAD_MS })
    if (waitMs === undefined) return
    setTimeout(() => void queryClient.invalidateQueries({ queryKey }), waitMs)
  })
  const nowMs = useSaleClock(event)
  return useMemo(() => eventAt(event, nowMs), [event, nowMs])
}

function hasWait(event: EventDetail | undefined): boolean {
  if (event === undefined) return false
  const performanceIds = event.performances.map(({ performanceId }) => performanceId)
  return isWaitingAt(event.eventId, performanceIds)
}

/** A moment of the server's clock: the newest at which one of the event's sales opened or closed. */
function useSaleClock(event: EventDetail): number {
  const [nowMs, setNow] = useState(serverNowMs)
  useEffect(() => {
    const turnMs = nextTurnMs(event, nowMs)
    if (turnMs === undefined) return undefined
    const waitMs = Math.min(Math.max(0, turnMs - serverNowMs()), WAIT_MAX_MS)
    const timer = setTimeout(() => setNow(serverNowMs()), Math.ceil(waitMs))
    return () => clearTimeout(timer)
  }, [event, nowMs])
  return nowMs
}

export function performanceOf(
  event: EventDetail,
  performanceId: string,
): PerformanceOnSale | undefined {
  return event.performances.find((each) => each.performanceId === performanceId)
}

export function pricesOf(event: EventDetail) {
  const prices = event.performances.flatMap(({ areas }) => areas.map(({ price }) => price))
  return { lowest: Math.min(...prices), highest: Math.max(...prices) }
}
