import type { BookingStatus } from "@podo/contract/booking"
import type { Sale } from "@podo/contract/desk-sale"
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query"
import { trpc } from "../../api/trpc.ts"
import { pollMsOf } from "./sale-query.ts"

export type BookingFilter = { search: string; status: BookingStatus | "all" }

const BOOKINGS_AT_ONCE = 20
const POLL_MS = 10_000

/** The newest first. Kept up to date by itself as long as nobody has gone further down. */
export function useBookingsOf(sale: Sale, { search, status }: BookingFilter) {
  const { performanceId } = sale.performance
  const isMoving = pollMsOf(sale) !== false
  return useInfiniteQuery(
    trpc.desk.bookings.infiniteQueryOptions(
      {
        performanceId,
        limit: BOOKINGS_AT_ONCE,
        ...(search === "" ? {} : { search }),
        ...(status === "all" ? {} : { status }),
      },
      {
        getNextPageParam: (page) => page.nextCursor ?? undefined,
        placeholderData: keepPreviousData,
        refetchInterval: ({ state }) => isMoving && (state.data?.pages.length ?? 0) <= 1 && POLL_MS,
      },
    ),
  )
}
