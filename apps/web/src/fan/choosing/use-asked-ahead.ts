import { usePrefetchQuery } from "@tanstack/react-query"
import { eventOptions } from "../event/event-options.ts"
import { planOptions, seatRunsOptions } from "../../map/hall-options.ts"

/** The questions that a performance's page will ask travel beside its scripts, not after them. */
export function useAskedAhead(eventId: string, performanceId: string) {
  usePrefetchQuery(eventOptions(eventId))
  usePrefetchQuery(planOptions(performanceId))
  usePrefetchQuery(seatRunsOptions(performanceId))
}
