import type { Sale } from "@podo/contract/desk-sale"
import { PLACE_STATES } from "@podo/contract/limits"
import type { PlanArea, Seat } from "@podo/contract/seating"
import { useMutation, useQuery } from "@tanstack/react-query"
import { refusalOf } from "../../app/api/refusals.ts"
import { api, queryClient, trpc } from "../../app/api/trpc.ts"
import { notePlaces } from "../../map/availability.ts"
import { inCalls } from "./house-choice.ts"

type Performance = Sale["performance"]

const NO_SEATS: readonly Seat[] = []

/** Areas, once they are needed. The seats come by themselves. */
export function useHousePlan({ performanceId }: Performance, isNeeded: boolean) {
  return useQuery(
    trpc.seating.plan.queryOptions(
      { performanceId, seats: false },
      { staleTime: Infinity, enabled: isNeeded },
    ),
  )
}

/** The seats of one area, in the order of places. */
export function seatsIn(seats: readonly Seat[] | undefined, area: PlanArea | undefined) {
  if (seats === undefined || area === undefined) return NO_SEATS
  const { firstPlace, capacity } = area
  return seats.filter(({ place }) => place >= firstPlace && place < firstPlace + capacity)
}

/** Named places, in as many calls as they take. Harmless to send again: what is so already is left out. */
export async function withhold(performanceId: string, places: readonly number[]) {
  for (const call of inCalls(places)) {
    await api.desk.withholdPlaces.mutate({ performanceId, places: call })
    notePlaces(performanceId, call, PLACE_STATES.withheld)
  }
}

export async function release(performanceId: string, places: readonly number[]) {
  for (const call of inCalls(places)) {
    await api.desk.releasePlaces.mutate({ performanceId, places: call })
    notePlaces(performanceId, call, PLACE_STATES.open)
  }
}

type Action = (performanceId: string, places: readonly number[]) => Promise<void>

export function useHouseAction(
  performanceId: string,
  action: Action,
  onDone: (sent: readonly number[]) => void,
) {
  return useMutation({
    mutationFn: (places: readonly number[]) => action(performanceId, places),
    onSuccess: (_, places) => onDone(places),
    // A refusal tells as well that the page's picture was old.
    onSettled: tellHouseChanged,
  })
}

export async function tellHouseChanged() {
  await Promise.all([
    queryClient.invalidateQueries(trpc.desk.sale.pathFilter()),
    queryClient.invalidateQueries(trpc.desk.history.pathFilter()),
    // Where news come they have told it already.
    queryClient.refetchQueries({ ...trpc.seating.availability.pathFilter(), stale: true }),
  ])
}

/** Which places somebody else has, if that is why it was refused. */
export function takenOf(error: unknown): readonly number[] {
  const refusal = refusalOf(error)
  return refusal?.code === "PLACES_TAKEN" ? refusal.places : []
}
