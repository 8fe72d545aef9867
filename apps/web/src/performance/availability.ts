import { useQuery } from "@tanstack/react-query"
import { queryClient, trpc } from "../api/trpc.ts"
import { withState } from "./choice.ts"

const POLL_MS = 3_000

/** The map of places, read again every few seconds while the page is looked at. */
export function useAvailability(performanceId: string) {
  return useQuery(
    trpc.seating.availability.queryOptions(
      { performanceId },
      { refetchInterval: POLL_MS, staleTime: 0, retry: 1 },
    ),
  )
}

/** An answer told what has become of some places; the next reading of the map may correct it. */
export function notePlaces(performanceId: string, places: readonly number[], state: string) {
  const { queryKey } = trpc.seating.availability.queryOptions({ performanceId })
  // A reading that is still under way is older than this.
  void queryClient.cancelQueries({ queryKey })
  queryClient.setQueryData(
    queryKey,
    (known) => known && { ...known, places: withState(known.places, places, state) },
  )
}

/** Resolves when the map has been read anew, or could not be. */
export async function readPlacesAnew(performanceId: string) {
  const { queryKey } = trpc.seating.availability.queryOptions({ performanceId })
  await queryClient.invalidateQueries({ queryKey })
}
