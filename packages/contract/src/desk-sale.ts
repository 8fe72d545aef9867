import { z } from "zod"
import { BookedPlace, BookingStatus } from "./booking.ts"
import { Cursor } from "./cursor.ts"
import { DeskArea, DeskPerformance } from "./desk-performance.ts"
import { Area, BookingId, Currency, EventId, Instant, Money, PerformanceId, Place } from "./ids.ts"
import {
  BOOKINGS_PER_EXPORT_PAGE_MAX,
  DESK_ROWS_PER_PAGE,
  DESK_ROWS_PER_PAGE_MAX,
  PLACES_PER_WITHHOLDING_MAX,
  SEARCH_CHARS_MAX,
} from "./limits.ts"

const eachOnce = (places: number[]) => new Set(places).size === places.length

const NamedPlaces = z
  .array(Place)
  .min(1)
  .max(PLACES_PER_WITHHOLDING_MAX)
  .refine(eachOnce, "Name each place once.")

/** Named places, or any n of an area, the last ones first. All of them or none. */
export const WithholdPlaces = z.union([
  z.object({
    performanceId: PerformanceId,
    area: Area,
    quantity: z.int().min(1).max(PLACES_PER_WITHHOLDING_MAX),
  }),
  z.object({ performanceId: PerformanceId, places: NamedPlaces }),
])
export type WithholdPlaces = z.infer<typeof WithholdPlaces>

export const ReleasePlaces = z.object({ performanceId: PerformanceId, places: NamedPlaces })
export type ReleasePlaces = z.infer<typeof ReleasePlaces>

/** Which places were withheld or released now; those that were so already are left out. */
export const ChangedPlaces = z.object({ places: z.array(Place) })
export type ChangedPlaces = z.infer<typeof ChangedPlaces>

/** Confirmed bookings that were cancelled because the performance is. They end in the background. */
export const CancelledPerformance = z.object({ performanceId: PerformanceId, bookings: z.int() })
export type CancelledPerformance = z.infer<typeof CancelledPerformance>

/** A sale as it is now. */
export const Sale = z.object({
  performance: DeskPerformance,
  eventId: EventId,
  title: z.string(),
  englishTitle: z.string().nullable(),
  timeZone: z.string(),
  currency: Currency,
  publishedAt: Instant.nullable(),
  /** Confirmed ones: as many would be cancelled with the performance. */
  bookings: z.int(),
  /** Places in them. */
  booked: z.int(),
  /** Places that people hold at this moment. Null while Redis is away. */
  held: z.int().nullable(),
  withheld: z.int(),
  open: z.int(),
  /** The amount that the confirmed bookings were sold for. */
  revenue: Money,
  areas: z.array(
    DeskArea.extend({
      booked: z.int(),
      held: z.int().nullable(),
      withheld: z.int(),
      open: z.int(),
      revenue: Money,
    }),
  ),
  /** Each withheld place, so that it can be released. */
  withheldPlaces: z.array(Place),
  /** Bookings made in each of the last CHART_MINUTES minutes, the oldest first, none left out. */
  bookingsPerMinute: z.array(z.object({ minute: Instant, bookings: z.int() })),
})
export type Sale = z.infer<typeof Sale>

/** The newest first. */
export const ListDeskBookings = z.object({
  performanceId: PerformanceId,
  /** Part of a name or of an e-mail, or the beginning of a booking's id or number; nothing in it is a wildcard. */
  search: z.string().trim().max(SEARCH_CHARS_MAX).optional(),
  status: BookingStatus.optional(),
  cursor: Cursor.optional(),
  limit: z.int().min(1).max(DESK_ROWS_PER_PAGE_MAX).default(DESK_ROWS_PER_PAGE),
})
export type ListDeskBookings = z.infer<typeof ListDeskBookings>

export const DeskBookingPage = z.object({
  bookings: z.array(
    z.object({
      bookingId: BookingId,
      status: BookingStatus,
      /** Null when the account is gone. */
      name: z.string().nullable(),
      email: z.string().nullable(),
      places: z.array(BookedPlace),
      total: Money,
      bookedAt: Instant,
      cancelledAt: Instant.nullable(),
    }),
  ),
  nextCursor: z.string().nullable(),
})
export type DeskBookingPage = z.infer<typeof DeskBookingPage>

export const ExportBookings = z.object({
  performanceId: PerformanceId,
  cursor: Cursor.optional(),
  limit: z.int().min(1).max(BOOKINGS_PER_EXPORT_PAGE_MAX).default(BOOKINGS_PER_EXPORT_PAGE_MAX),
})
export type ExportBookings = z.infer<typeof ExportBookings>

/** Put one behind the other, the pages are a CSV file (RFC 4180, UTF-8); the first begins with the header. */
export const ExportedBookings = z.object({ csv: z.string(), nextCursor: z.string().nullable() })
export type ExportedBookings = z.infer<typeof ExportedBookings>
