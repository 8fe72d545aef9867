import { trpc } from "../app/api/trpc.ts"

/** Areas with their prices and outlines: small in every hall. The seats come by themselves. */
export function planOptions(performanceId: string) {
  return trpc.seating.plan.queryOptions({ performanceId, seats: false }, { staleTime: Infinity })
}

/** Every seat of the hall, as it travels. */
export function seatRunsOptions(performanceId: string) {
  return trpc.seating.seats.queryOptions(
    { performanceId },
    // They never change: to compare 44,000 of them with themselves would take longer than to read them.
    { staleTime: Infinity, structuralSharing: false },
  )
}
