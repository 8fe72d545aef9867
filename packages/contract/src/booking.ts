import { z } from "zod"
import { BOOKINGS_PER_PAGE_MAX, BOOKINGS_PER_PAGE } from "./limits.ts"
import { Cursor } from "./cursor.ts"
import {
  Area,
  BookingId,
  Currency,
  EventId,
  HoldId,
  Instant,
  Money,
  PerformanceId,
  Place,
} from "./ids.ts"

export const BookingStatus = z.enum(["confirmed", "cancelled"])
export type BookingStatus = z.infer<typeof BookingStatus>

/** `bookingId` is minted by the client (a UUIDv7) and sent again on every retry. */
export const ConfirmBooking = z
  .object({ bookingId: BookingId, performanceId: PerformanceId, holdId: HoldId })
  .refine(({ bookingId, holdId }) => String(bookingId) !== String(holdId), {
    path: ["bookingId"],
    message: "Mint an id of its own.",
  })
export type ConfirmBooking = z.infer<typeof ConfirmBooking>

export const CancelBooking = z.object({ bookingId: BookingId })

export const BookedPlace = z.object({
  place: Place,
  area: Area,
  areaName: z.string(),
  areaEnglishName: z.string().nullable(),
  /** The row of a seat; null in a standing area. */
  row: z.string().nullable(),
  /** The seat's number in its row, or the ticket's number in its standing area. */
  number: z.int(),
  /** Short and without language: "C-7", or "118" in a standing area. */
  label: z.string(),
  price: Money,
})
export type BookedPlace = z.infer<typeof BookedPlace>

export const Booking = z.object({
  bookingId: BookingId,
  status: BookingStatus,
  performanceId: PerformanceId,
  eventId: EventId,
  title: z.string(),
  englishTitle: z.string().nullable(),
  posterUrl: z.string(),
  venueName: z.string(),
  venueEnglishName: z.string().nullable(),
  timeZone: z.string(),
  startsAt: Instant,
  cancelUntil: Instant,
  /** It is over because the whole performance does not take place. */
  performanceCancelled: z.boolean(),
  places: z.array(BookedPlace),
  total: Money,
  currency: Currency,
  bookedAt: Instant,
  cancelledAt: Instant.nullable(),
})
export type Booking = z.infer<typeof Booking>

/** The newest first. */
export const ListBookings = z.object({
  performanceId: PerformanceId.optional(),
  eventId: EventId.optional(),
  cursor: Cursor.optional(),
  limit: z.int().min(1).max(BOOKINGS_PER_PAGE_MAX).default(BOOKINGS_PER_PAGE),
})
export type ListBookings = z.infer<typeof ListBookings>

export const BookingPage = z.object({
  bookings: z.array(Booking),
  nextCursor: z.string().nullable(),
})
export type BookingPage = z.infer<typeof BookingPage>
