import type { Sale } from "@podo/contract/desk-sale"
import { PLACE_STATES } from "@podo/contract/limits"
import type { Area } from "@podo/contract/ids"
import type { Plan, Seat } from "@podo/contract/seating"
import { useMutation, useQuery } from "@tanstack/react-query"
import { refusalOf } from "../../api/refusals.ts"
import { api, queryClient, trpc } from "../../api/trpc.ts"
import { notePlaces } from "../../performance/availability.ts"
import { isLargeHall } from "../../performance/plan-query.ts"
import { inCalls } from "./house-choice.ts"

type Performance = Sale["performance"]

const NO_SEATS: readonly Seat[] = []

/** The plan, once it is needed: of a large hall its areas alone. */
export function useHousePlan(performance: Performance, isNeeded: boolean) {
  const { performanceId } = performance
  return useQuery(
    trpc.seating.plan.queryOptions(
      { performanceId, seats: !isLargeHall(performance) },
      { staleTime: Infinity, enabled: isNeeded },
    ),
  )
}

/** The seats of one area; in a large hall they are asked for now. Undefined while they are on their way. */
export function useSeatsOf(performance: Performance, plan: Plan, area: Area | undefined) {
  const { performanceId } = performance
  const isLarge = isLargeHall(performance)
  const section = useQuery(
    trpc.seating.plan.queryOptions(
      { performanceId, ...(area === undefined ? {} : { area }) },
      { staleTime: Infinity, enabled: isLarge && area !== undefined },
    ),
  )
  const found = plan.areas.find((each) => each.area === area)
  if (found === undefined) return { seats: NO_SEATS, error: null }
  const { firstPlace, capacity } = found
  const all = isLarge ? section.data?.seats : plan.seats
  return {
    seats: all?.filter(({ place }) => place >= firstPlace && place < firstPlace + capacity),
    error: section.error,
  }
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

type Deed = (performanceId: string, places: readonly number[]) => Promise<void>

export function useHouseDeed(
  performanceId: string,
  deed: Deed,
  onDone: (sent: readonly number[]) => void,
) {
  return useMutation({
    mutationFn: (places: readonly number[]) => deed(performanceId, places),
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
