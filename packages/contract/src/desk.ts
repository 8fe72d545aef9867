import { z } from "zod"
import { Category } from "./catalog.ts"
import { Cursor } from "./cursor.ts"
import { Dates, DeskPerformance } from "./desk-performance.ts"
import { DESK_PROBLEMS } from "./desk-problems.ts"
import {
  AuditId,
  Currency,
  ETag,
  EventId,
  Instant,
  Money,
  PerformanceId,
  type Place,
  VenueId,
} from "./ids.ts"
import {
  DESCRIPTION_CHARS_MAX,
  DESK_ROWS_PER_PAGE,
  DESK_ROWS_PER_PAGE_MAX,
  TITLE_CHARS_MAX,
} from "./limits.ts"
import { Poster } from "./poster.ts"
import { line, lines } from "./text.ts"

const Title = line(TITLE_CHARS_MAX)
const Description = lines(DESCRIPTION_CHARS_MAX)

function isTimeZone(name: string) {
  try {
    // Offsets such as +09:00 would be taken, too: they know no summer time.
    const { timeZone } = Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions()
    // "ASIA/SEOUL" would be taken, too, and look like another zone than "Asia/Seoul".
    const isSpeltOtherwise = timeZone !== name && timeZone.toLowerCase() === name.toLowerCase()
    return /^[A-Z]/.test(name) && !isSpeltOtherwise
  } catch {
    return false
  }
}

/** IANA name. */
export const TimeZone = z
  .string()
  .max(64)
  .refine(isTimeZone, { message: DESK_PROBLEMS["unknown-time-zone"] })

const eventFacts = {
  title: Title,
  englishTitle: Title.nullable().default(null),
  description: Description,
  englishDescription: Description.nullable().default(null),
  category: Category,
  venueId: VenueId,
  /** The zone in which people read the event's times. */
  timeZone: TimeZone.default("Asia/Seoul"),
}

/** A draft, with its dates if they are known: all of it or nothing. `eventId` is minted by the client. */
export const CreateEvent = z.object({
  eventId: EventId,
  ...eventFacts,
  poster: Poster.default({ generated: true }),
  dates: Dates.optional(),
})
export type CreateEvent = z.infer<typeof CreateEvent>

/**
 * The venue of an event stays as it is once it has performances, its time zone once it is public. Where the zone of a
 * draft changes, its times stay on the clock: 19:30 stays 19:30.
 */
export const EditEvent = z.object({ eventId: EventId, etag: ETag, ...eventFacts })
export type EditEvent = z.infer<typeof EditEvent>

export const SetPoster = z.object({ eventId: EventId, poster: Poster })
export type SetPoster = z.infer<typeof SetPoster>

export const AddPerformances = z.object({ eventId: EventId, dates: Dates })
export type AddPerformances = z.infer<typeof AddPerformances>

export const OfEvent = z.object({ eventId: EventId })
export type OfEvent = z.infer<typeof OfEvent>

/** One's own events, the last created first; an admin sees everybody's. */
export const ListDeskEvents = z.object({
  cursor: Cursor.optional(),
  limit: z.int().min(1).max(DESK_ROWS_PER_PAGE_MAX).default(DESK_ROWS_PER_PAGE),
})
export type ListDeskEvents = z.infer<typeof ListDeskEvents>

const deskFacts = {
  eventId: EventId,
  title: z.string(),
  englishTitle: z.string().nullable(),
  category: Category,
  posterUrl: z.string(),
  venueName: z.string(),
  venueEnglishName: z.string().nullable(),
  timeZone: z.string(),
  currency: Currency,
  /** Of its performances; null as long as it has none. */
  startsAt: Instant.nullable(),
  endsAt: Instant.nullable(),
  /** Null for a draft. */
  publishedAt: Instant.nullable(),
}

export const DeskEventPage = z.object({
  events: z.array(
    z.object({
      ...deskFacts,
      performances: z.int(),
      capacity: z.int(),
      /** Places in confirmed bookings. */
      booked: z.int(),
    }),
  ),
  nextCursor: z.string().nullable(),
})
export type DeskEventPage = z.infer<typeof DeskEventPage>

/** Everything about an event that its organizer may see, drafts included. */
export const DeskEvent = z.object({
  ...deskFacts,
  description: z.string(),
  englishDescription: z.string().nullable(),
  venueId: VenueId,
  /** Of what EditEvent changes. */
  etag: ETag,
  performances: z.array(DeskPerformance),
})
export type DeskEvent = z.infer<typeof DeskEvent>

export const AUDIT_ACTIONS = [
  "event-created",
  "event-edited",
  "event-published",
  "event-deleted",
  "poster-set",
  "performances-added",
  "performance-edited",
  "performance-removed",
  "sale-opened",
  "sale-closed",
  "room-set",
  "room-steered",
  "admission-taken-back",
  "performance-cancelled",
  "places-withheld",
  "places-released",
  "hall-imported",
] as const
export const AuditAction = z.enum(AUDIT_ACTIONS)
export type AuditAction = z.infer<typeof AuditAction>

/** The changed values, by field. Only fields that differ are in `before` and `after`. */
export type AuditFacts = Record<string, string | number | boolean | null | Place[]>

const AuditFactsShape = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.number())]),
)

export const ListHistory = z.object({
  eventId: EventId,
  cursor: Cursor.optional(),
  limit: z.int().min(1).max(DESK_ROWS_PER_PAGE_MAX).default(DESK_ROWS_PER_PAGE),
})
export type ListHistory = z.infer<typeof ListHistory>

export const History = z.object({
  entries: z.array(
    z.object({
      auditId: AuditId,
      at: Instant,
      /** The name of who did it; null when their account is gone. */
      who: z.string().nullable(),
      action: AuditAction,
      performanceId: PerformanceId.nullable(),
      /** When that performance starts, as it was called then. */
      before: AuditFactsShape.nullable(),
      after: AuditFactsShape.nullable(),
    }),
  ),
  nextCursor: z.string().nullable(),
})
export type History = z.infer<typeof History>

export const ReadSales = z.object({ eventId: EventId })
export type ReadSales = z.infer<typeof ReadSales>

/** The sales of one event. */
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
      /** The amount that they were sold for. */
      revenue: Money,
    }),
  ),
})
export type EventSales = z.infer<typeof EventSales>
