import { useSuspenseQuery } from "@tanstack/react-query"
import { useEffect, useEffectEvent } from "react"
import { queryClient, trpc } from "../../app/api/trpc.ts"
import { useWatching } from "../../app/live/use-live.ts"
import { pollMsOf } from "./sale-pace.ts"
import { paced } from "../../app/live/paced.ts"
import { live } from "../../app/live/tab-connection.ts"

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

/** Numbers that change more often nobody can read, and counting them is not free. */
const EVERY_MS = 2_000

/** Does something after news of a performance: once for many, never without the last, and while one looks. */
export function useAfterNews(performanceId: string, action: () => Promise<unknown>) {
  const act = useEffectEvent(action)
  useEffect(() => {
    const ask = paced(async () => {
      await whenLookedAt()
      await act()
    }, EVERY_MS)
    return live().hear((news) => {
      if ("performanceId" in news && news.performanceId === performanceId) ask()
    })
  }, [performanceId])
}

function whenLookedAt(): Promise<void> {
  if (document.visibilityState === "visible") return Promise.resolve()
  return new Promise((resolve) => {
    document.addEventListener("visibilitychange", () => resolve(), { once: true })
  })
}
