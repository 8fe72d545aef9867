import type { Plan, PlanArea, Seat } from "@podo/contract/seating"
import { useQuery } from "@tanstack/react-query"
import { seatsOf } from "./seats-in-runs.ts"
import { planOptions, seatRunsOptions } from "./hall-options.ts"

export function areaOfPlace(plan: Plan, place: number): PlanArea | undefined {
  return plan.areas.find(
    ({ firstPlace, capacity }) => place >= firstPlace && place < firstPlace + capacity,
  )
}

export function usePlan(performanceId: string) {
  return useQuery(planOptions(performanceId))
}

/** Every seat of the hall, in the order of places. */
export function useHallSeats(performanceId: string) {
  return useQuery({ ...seatRunsOptions(performanceId), select: seatsOf })
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
