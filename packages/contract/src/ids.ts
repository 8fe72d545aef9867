import { z } from "zod"
import { PLACES_PER_PERFORMANCE_MAX, AREA_CHARS_MAX } from "./limits.ts"

/** Ids that outsiders see are UUIDs; the brand keeps one from being passed for another. */
export const UserId = z.uuid().brand<"UserId">()
export type UserId = z.infer<typeof UserId>

/** One signed-in device. Its token is a secret; this id is not. */
export const SessionId = z.uuid().brand<"SessionId">()
export type SessionId = z.infer<typeof SessionId>

/** One code that was sent by mail, and what it is for. The asker has this id. */
export const CodeId = z.uuid().brand<"CodeId">()
export type CodeId = z.infer<typeof CodeId>

export const EventId = z.uuid().brand<"EventId">()
export type EventId = z.infer<typeof EventId>

export const PerformanceId = z.uuid().brand<"PerformanceId">()
export type PerformanceId = z.infer<typeof PerformanceId>

export const HoldId = z.uuid().brand<"HoldId">()
export type HoldId = z.infer<typeof HoldId>

export const BookingId = z.uuid().brand<"BookingId">()
export type BookingId = z.infer<typeof BookingId>

export const VenueId = z.uuid().brand<"VenueId">()
export type VenueId = z.infer<typeof VenueId>

export const HallId = z.uuid().brand<"HallId">()
export type HallId = z.infer<typeof HallId>

export const AuditId = z.uuid().brand<"AuditId">()
export type AuditId = z.infer<typeof AuditId>

/** The unit that is sold: 0..N-1 within its performance. */
export const Place = z
  .int()
  .min(0)
  .max(PLACES_PER_PERFORMANCE_MAX - 1)
export type Place = z.infer<typeof Place>

/** The short name of an area, unique within its performance: "vip", "day-floor". */
export const Area = z
  .string()
  .max(AREA_CHARS_MAX)
  .regex(/^[a-z0-9-]+$/, "Use lower-case letters, digits and hyphens.")
  .brand<"Area">()
export type Area = z.infer<typeof Area>

/**
 * A digest of all that an edit can change, as its editor saw it (HTTP's entity tag). An edit sends it back: where it
 * differs from that of today, somebody else was faster, and the answer is EDITED_MEANWHILE.
 */
export const ETag = z.string().min(1).max(64)
export type ETag = z.infer<typeof ETag>

/** UTC, ISO 8601, to the millisecond. */
export const Instant = z.iso.datetime()
export type Instant = z.infer<typeof Instant>

/** Money: an integer in the currency's minor unit (for KRW that is the won itself). */
export const Money = z.int().min(0)

/** ISO 4217. */
export const Currency = z.string().length(3)

export type Money = z.infer<typeof Money>
