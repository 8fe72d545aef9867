import { z } from "zod"
import { Currency, EventId, Instant, Money, PerformanceId } from "./ids.ts"

export const ReadSales = z.object({ eventId: EventId })
export type ReadSales = z.infer<typeof ReadSales>

/** What has been sold of one event. */
export const EventSales = z.object({
  eventId: EventId,
  currency: Currency,
  performances: z.array(
    z.object({
      performanceId: PerformanceId,
      startsAt: Instant,
      capacity: z.int(),
      /** Places in confirmed bookings. */
      booked: z.int(),
      /** What they were sold for. */
      revenue: Money,
    }),
  ),
})
export type EventSales = z.infer<typeof EventSales>
