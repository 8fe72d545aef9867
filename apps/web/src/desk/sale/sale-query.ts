import { useSuspenseQuery } from "@tanstack/react-query"
import { queryClient, trpc } from "../../app/api/trpc.ts"
import { useWatching } from "../../app/live/use-live.ts"
import { useAfterNews } from "./sale-news.ts"
import { pollMsOf } from "./sale-pace.ts"

/** Read again after news of the performance's places or terms; where none come, every few seconds. */
export function useSale(performanceId: string) {
  const isWatching = useWatching(performanceId)
  const options = trpc.desk.sale.queryOptions({ performanceId }, { staleTime: 0, retry: 1 })
  useAfterNews(performanceId, () => queryClient.invalidateQueries({ queryKey: options.queryKey }))
  const query = useSuspenseQuery({
    ...options,
    refetchInterval: ({ state }) =>
      pollMsOf(state.data, { isLive: isWatching && state.status === "success" }),
  })
  // Without Redis there are no news, whoever watches for them.
  return { ...query, isLive: isWatching && query.data.held !== null }
}

/** After a action at the desk: the numbers, and everything that is told of the event. */
export async function tellSaleChanged() {
  await Promise.all([
    queryClient.invalidateQueries(trpc.desk.pathFilter()),
    queryClient.invalidateQueries(trpc.catalog.pathFilter()),
    queryClient.refetchQueries({ ...trpc.seating.availability.pathFilter(), stale: true }),
  ])
}
