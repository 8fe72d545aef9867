import type { Booking } from "@podo/contract/booking"
import { BOOKINGS_PER_PAGE_MAX } from "@podo/contract/limits"
import { useQuery } from "@tanstack/react-query"
import { api, queryClient, trpc } from "../api/trpc.ts"

/** The places of one performance that this person has booked and not cancelled. */
export function usePlacesBookedAt(performanceId: string, isSignedIn: boolean) {
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
    queryClient.invalidateQueries(trpc.seating.availability.pathFilter()),
  ])
}
