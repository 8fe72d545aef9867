import type { BookingId, EventId, PerformanceId } from "@podo/contract/ids"

/** What can be asked of the outbox, and what about. */
export type OutboxSubjects = {
  "booking-confirmed": BookingId
  "booking-cancelled": BookingId
  "event-changed": EventId
  "performance-changed": PerformanceId
  "performance-cancelled": PerformanceId
}

export type OutboxKind = keyof OutboxSubjects
