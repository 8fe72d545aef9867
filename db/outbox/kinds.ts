import type { BookingId, EventId, PerformanceId } from "@podo/contract/ids"

/** The kinds of work that can be asked of the outbox, and their subjects. */
export type OutboxSubjects = {
  "booking-confirmed": BookingId
  "booking-cancelled": BookingId
  "event-changed": EventId
  "performance-changed": PerformanceId
  "performance-cancelled": PerformanceId
}

export type OutboxKind = keyof OutboxSubjects
