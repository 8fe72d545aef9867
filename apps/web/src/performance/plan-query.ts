import type { Plan, PlanArea, Seat } from "@podo/contract/seating"
import { useQuery } from "@tanstack/react-query"
import { trpc } from "../api/trpc.ts"
import { seatsOf } from "../seat-map/seats-in-runs.ts"

export function areaOfPlace(plan: Plan, place: number): PlanArea | undefined {
  return plan.areas.find(
    ({ firstPlace, capacity }) => place >= firstPlace && place < firstPlace + capacity,
  )
}

/** Areas with their prices and outlines: small in every hall. The seats come by themselves. */
export function usePlan(performanceId: string) {
  return useQuery(
    trpc.seating.plan.queryOptions({ performanceId, seats: false }, { staleTime: Infinity }),
  )
}

/** Every seat of the hall, in the order of places. */
export function useHallSeats(performanceId: string) {
  return useQuery(
    trpc.seating.seats.queryOptions(
      { performanceId },
      // They never change: to compare 44,000 of them with themselves would take longer than to read them.
      { staleTime: Infinity, select: seatsOf, structuralSharing: false },
    ),
  )
}

/** `seats` are in the order of places. */
export function seatOfPlace(seats: readonly Seat[], place: number): Seat | undefined {
  let low = 0
  let high = seats.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((seats[middle]?.place ?? place) < place) low = middle + 1
    else high = middle
  }
  const seat = seats[low]
  return seat?.place === place ? seat : undefined
}
