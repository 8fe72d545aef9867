import { usePrefetchQuery } from "@tanstack/react-query"
import { eventOptions } from "../event/event-options.ts"
import { planOptions, seatRunsOptions } from "../../map/hall-options.ts"

/** What a performance's page will ask for travels beside its scripts, not after them. */
export function useAskedAhead(eventId: string, performanceId: string) {
  usePrefetchQuery(eventOptions(eventId))
  usePrefetchQuery(planOptions(performanceId))
  usePrefetchQuery(seatRunsOptions(performanceId))
}
