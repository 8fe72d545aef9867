import type { BookingStatus } from "@podo/contract/booking"
import type { DeskBookingPage, Sale } from "@podo/contract/desk-sale"
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query"
import { trpc } from "../../app/api/trpc.ts"
import { useWatching } from "../../app/live/use-live.ts"
import { useAfterNews } from "./sale-query.ts"
import { pollMsOf } from "./sale-pace.ts"

export type BookingFilter = { search: string; status: BookingStatus | "all" }

const BOOKINGS_AT_ONCE = 20
const POLL_MS = 10_000
const CANCELLING_POLL_MS = 3_000

/** The newest first. Kept up to date by itself as long as nobody has gone further down. */
export function useBookingsOf(sale: Sale, { search, status }: BookingFilter) {
  const { performanceId, cancelledAt } = sale.performance
  const isWatching = useWatching(performanceId)
  // They are cancelled in the background; the last ones after the numbers of the sale came to rest.
  const isKept = (pages: readonly DeskBookingPage[]) =>
    cancelledAt === null ? pages.length <= 1 : pages.some(hasConfirmed)
  const pollMs = cancelledAt === null ? pollMsOf(sale) !== false && POLL_MS : CANCELLING_POLL_MS
  const listed = useInfiniteQuery(
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
        refetchInterval: ({ state }) => {
          const hasNews = isWatching && state.status === "success"
          return !hasNews && isKept(state.data?.pages ?? []) && pollMs
        },
      },
    ),
  )
  useAfterNews(performanceId, async () => {
    if (isKept(listed.data?.pages ?? [])) await listed.refetch()
  })
  return listed
}

const hasConfirmed = ({ bookings }: DeskBookingPage) =>
  bookings.some(({ status }) => status === "confirmed")
