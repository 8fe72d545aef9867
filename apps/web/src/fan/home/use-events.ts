import { infiniteQueryOptions, keepPreviousData, useInfiniteQuery } from "@tanstack/react-query"
import { serverNowMs } from "../../app/api/server-clock.ts"
import { api, trpc } from "../../app/api/trpc.ts"
import { HOUSE_ZONE, localDay } from "../../app/calendar/local-day.ts"
import { coalesceEvents, listInput } from "./list-query.ts"
import type { Listing } from "./listing.ts"

/** The list, page after page. While another is on its way the one before stays, dimmed. */
export function useEvents(listing: Listing) {
  const input = listInput(listing, localDay(serverNowMs(), HOUSE_ZONE))
  return useInfiniteQuery(
    infiniteQueryOptions({
      queryKey: trpc.catalog.events.infiniteQueryKey(input),
      queryFn: ({ pageParam, signal }) =>
        coalesceEvents(
          (cursor) =>
            api.catalog.events.query({ ...input, ...(cursor !== null && { cursor }) }, { signal }),
          pageParam,
        ),
      initialPageParam: null as string | null,
      getNextPageParam: (page) => page.nextCursor ?? undefined,
      placeholderData: keepPreviousData,
    }),
  )
}
