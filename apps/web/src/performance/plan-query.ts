import type { AreaKind } from "@podo/contract/catalog"
import type { Area } from "@podo/contract/ids"
import type { Plan, PlanArea, Seat } from "@podo/contract/seating"
import { useQueries, useQuery } from "@tanstack/react-query"
import { useMemo } from "react"
import { trpc } from "../api/trpc.ts"
import { seatsOf } from "../seat-map/seats-in-runs.ts"

/** Above this many seats the page asks for an area first: all of them are too much to draw or to aim at. */
const SEATS_AT_ONCE_MAX = 2_000

/** What must be known of a performance in order to ask for its plan. */
type Sized = {
  performanceId: string
  areas: readonly { kind: AreaKind; capacity: number }[]
}

export function isLargeHall({ areas }: Pick<Sized, "areas">): boolean {
  const seated = areas.filter(({ kind }) => kind === "seated")
  return seated.reduce((sum, { capacity }) => sum + capacity, 0) > SEATS_AT_ONCE_MAX
}

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

/** One area's seats, in a large hall. */
export function useSection(performanceId: string, area: Area) {
  return useQuery(trpc.seating.plan.queryOptions({ performanceId, area }, { staleTime: Infinity }))
}

/** The seats behind places, in order to name them: in a large hall each area is asked for by itself. */
export function useSeats(performance: Sized, plan: Plan, places: readonly number[]) {
  const { performanceId } = performance
  const areas = isLargeHall(performance) ? seatedAreasOf(plan, places) : []
  const sections = useQueries({
    queries: areas.map((area) =>
      trpc.seating.plan.queryOptions({ performanceId, area }, { staleTime: Infinity }),
    ),
    combine: plansOf,
  })
  return useMemo(() => seatByPlace([plan, ...sections]), [plan, sections])
}

// Outside of the hook: a function of its own for each render would compare all seats each time.
function plansOf(results: { data: Plan | undefined }[]): Plan[] {
  return results.flatMap(({ data }) => (data === undefined ? [] : [data]))
}

function seatedAreasOf(plan: Plan, places: readonly number[]): Area[] {
  const areas = places.map((place) => areaOfPlace(plan, place))
  return [...new Set(areas.flatMap((area) => (area?.kind === "seated" ? [area.area] : [])))]
}

function seatByPlace(plans: Plan[]): ReadonlyMap<number, Seat> {
  return new Map(plans.flatMap(({ seats }) => seats.map((seat) => [seat.place, seat])))
}
