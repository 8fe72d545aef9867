import type { BookingStatus } from "@podo/contract/booking"
import type { DeskBookingPage, Sale } from "@podo/contract/desk-sale"
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query"
import { trpc } from "../../api/trpc.ts"
import { pollMsOf } from "./sale-pace.ts"

export type BookingFilter = { search: string; status: BookingStatus | "all" }

const BOOKINGS_AT_ONCE = 20
const POLL_MS = 10_000
const CANCELLING_POLL_MS = 3_000

/** The newest first. Kept up to date by itself as long as nobody has gone further down. */
export function useBookingsOf(sale: Sale, { search, status }: BookingFilter) {
  const { performanceId, cancelledAt } = sale.performance
  const pollMs = (pages: readonly DeskBookingPage[]) => {
    // They are cancelled in the background; the last ones after the numbers of the sale came to rest.
    if (cancelledAt !== null) return pages.some(hasConfirmed) && CANCELLING_POLL_MS
    return pollMsOf(sale) !== false && pages.length <= 1 && POLL_MS
  }
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
        refetchInterval: ({ state }) => pollMs(state.data?.pages ?? []),
      },
    ),
  )
}

const hasConfirmed = ({ bookings }: DeskBookingPage) =>
  bookings.some(({ status }) => status === "confirmed")
