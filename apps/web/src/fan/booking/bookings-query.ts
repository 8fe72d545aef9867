import type { Booking } from "@podo/contract/booking"
import { BOOKINGS_PER_PAGE_MAX } from "@podo/contract/limits"
import { useQuery } from "@tanstack/react-query"
import { api, queryClient, trpc } from "../../app/api/trpc.ts"
import { actionsDone } from "../../app/live/actions-done.ts"
import { useConnected, useNews } from "../../app/live/use-live.ts"

/** An answer from so long before the news began is read again. */
const OLD_MS = 5_000

/** The places of one performance that this person has booked and not cancelled. */
export function usePlacesBookedAt(performanceId: string, isSignedIn: boolean) {
  useBookingNews(isSignedIn)
  return useQuery(
    trpc.booking.mine.queryOptions(
      { performanceId, limit: BOOKINGS_PER_PAGE_MAX },
      {
        enabled: isSignedIn,
        select: ({ bookings }) =>
          bookings
            .filter(({ status }) => status === "confirmed")
            .flatMap(({ places }) => places.map(({ place }) => place)),
      },
    ),
  )
}

/** Keeps up with what this person books and cancels on other devices. */
export function useBookingNews(isSignedIn: boolean) {
  useConnected(isSignedIn)
  useNews((news) => {
    if (!isSignedIn) return
    if (news.news === "bookings-changed") void readBookingsAnew()
    if (news.news === "connected" && news.userId !== null) void readOldBookings()
  })
}

async function readBookingsAnew() {
  await actionsDone()
  await Promise.all([
    queryClient.invalidateQueries(trpc.booking.pathFilter()),
    queryClient.invalidateQueries(trpc.catalog.pathFilter()),
  ])
}

async function readOldBookings() {
  await queryClient.invalidateQueries({
    ...trpc.booking.pathFilter(),
    predicate: ({ state }) => state.data !== undefined && Date.now() - state.dataUpdatedAt > OLD_MS,
  })
}

/** The booking of this id, if the server wrote it down although its answer was lost. */
export async function findBooking(
  performanceId: string,
  bookingId: string,
): Promise<Booking | undefined> {
  const { bookings } = await api.booking.mine.query({ performanceId })
  return bookings.find((booking) => booking.bookingId === bookingId)
}

/** After a booking or a cancellation: cards, dates and lists tell of it. */
export async function tellBookingsChanged() {
  await Promise.all([
    queryClient.invalidateQueries(trpc.booking.pathFilter()),
    queryClient.invalidateQueries(trpc.catalog.pathFilter()),
    // Where news come they have told it already.
    queryClient.refetchQueries({ ...trpc.seating.availability.pathFilter(), stale: true }),
  ])
}
