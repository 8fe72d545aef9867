import { useSuspenseQuery } from "@tanstack/react-query"
import { queryClient, trpc } from "../../api/trpc.ts"
import { pollMsOf } from "./sale-pace.ts"

/** Read again every few seconds while something can happen and the tab is looked at. */
export function useSale(performanceId: string) {
  return useSuspenseQuery(
    trpc.desk.sale.queryOptions(
      { performanceId },
      { staleTime: 0, retry: 1, refetchInterval: ({ state }) => pollMsOf(state.data) },
    ),
  )
}

/** After a deed at the desk: the numbers, and everything that is told of the event. */
export async function tellSaleChanged() {
  await Promise.all([
    queryClient.invalidateQueries(trpc.desk.pathFilter()),
    queryClient.invalidateQueries(trpc.catalog.pathFilter()),
    queryClient.invalidateQueries(trpc.seating.availability.pathFilter()),
  ])
}
