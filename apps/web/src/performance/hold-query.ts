import type { Hold } from "@podo/contract/seating"
import { queryOptions, useQuery } from "@tanstack/react-query"
import { api, queryClient } from "../api/trpc.ts"

/** A hold, and when it lapses on this page's own steady clock: the device's may be wrong. */
export type LiveHold = Hold & { lapsesAtMs: number }

function holdOptions(performanceId: string) {
  return queryOptions({
    queryKey: ["hold", performanceId],
    queryFn: async ({ signal }) =>
      received(await api.seating.hold.query({ performanceId }, { signal })),
    // Between answers the page's own countdown knows best; see useLapse for the way back from sleep.
    staleTime: Infinity,
  })
}

export function useHold(performanceId: string, isSignedIn: boolean) {
  return useQuery({ ...holdOptions(performanceId), enabled: isSignedIn })
}

export function keepHold(performanceId: string, hold: Hold | null) {
  queryClient.setQueryData(holdOptions(performanceId).queryKey, received(hold))
}

/** What the server says of the hold right now. */
export function readHoldAnew(performanceId: string): Promise<LiveHold | null> {
  return queryClient.fetchQuery({ ...holdOptions(performanceId), staleTime: 0 })
}

function received(hold: Hold | null): LiveHold | null {
  return hold && { ...hold, lapsesAtMs: performance.now() + hold.remainingMs }
}
