import type { Sale } from "@podo/contract/desk-sale"
import { useSuspenseQuery } from "@tanstack/react-query"
import { queryClient, trpc } from "../../api/trpc.ts"

const POLL_MS = 2_500
const CALM_POLL_MS = 15_000
const CANCELLING_POLL_MS = 1_500

/** Read again every few seconds while something can happen and the tab is looked at. */
export function useSale(performanceId: string) {
  return useSuspenseQuery(
    trpc.desk.sale.queryOptions(
      { performanceId },
      { staleTime: 0, retry: 1, refetchInterval: ({ state }) => pollMsOf(state.data) },
    ),
  )
}

/** How long until the sale is asked for again; false when nothing happens to it. */
export function pollMsOf(sale: Sale | undefined, nowMs = Date.now()): number | false {
  if (sale === undefined) return POLL_MS
  const { publishedAt, performance, bookings, held } = sale
  if (publishedAt === null) return false
  if (performance.cancelledAt !== null) return bookings > 0 ? CANCELLING_POLL_MS : false
  switch (performance.saleState) {
    case "open":
    case "sold-out":
      return POLL_MS
    case "scheduled": {
      const untilOpening = Date.parse(performance.saleOpensAt) - nowMs
      return Math.max(POLL_MS, Math.min(untilOpening, CALM_POLL_MS))
    }
    case "closed":
      // Whoever holds places may still book them.
      return held === 0 ? CALM_POLL_MS : POLL_MS
  }
}

/** After a deed at the desk: the numbers, and everything that is told of the event. */
export async function tellSaleChanged() {
  await Promise.all([
    queryClient.invalidateQueries(trpc.desk.pathFilter()),
    queryClient.invalidateQueries(trpc.catalog.pathFilter()),
    queryClient.invalidateQueries(trpc.seating.availability.pathFilter()),
  ])
}
