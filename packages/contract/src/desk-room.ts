import { z } from "zod"
import { ETag, Instant, PerformanceId, UserId } from "./ids.ts"
import {
  ADMISSION_MINUTES_MAX,
  ADMISSIONS_PER_MINUTE_MAX,
  ROOM_CAPACITY_MAX,
  ROOM_MESSAGE_CHARS_MAX,
  ROOM_REASON_CHARS_MAX,
} from "./limits.ts"
import { line, lineOrNone } from "./text.ts"
import { Room, WhenSoldOut } from "./waiting-room.ts"

const capacity = z.int().min(1).max(ROOM_CAPACITY_MAX)
const perMinute = z.int().min(1).max(ADMISSIONS_PER_MINUTE_MAX)
const message = lineOrNone(ROOM_MESSAGE_CHARS_MAX)

/** How a room is run: what its organizer chooses. */
export const RoomTerms = z.object({
  lobbyOpensAt: Instant,
  hasDraw: z.boolean(),
  /** People inside the sale at once. */
  capacity,
  /** People let in within any minute, at most. */
  perMinute,
  /** How long whoever is let in may stay. */
  admissionMinutes: z.int().min(1).max(ADMISSION_MINUTES_MAX),
  whenSoldOut: WhenSoldOut,
})
export type RoomTerms = z.infer<typeof RoomTerms>

/**
 * Null turns the waiting room off. Once its lobby has opened people have come to it: then `reason` says why, and
 * everybody can read it.
 */
export const SetRoom = z.object({
  performanceId: PerformanceId,
  etag: ETag,
  room: RoomTerms.nullable(),
  reason: line(ROOM_REASON_CHARS_MAX).optional(),
})
export type SetRoom = z.infer<typeof SetRoom>

/** The acts of an operator while people wait. */
export const SteerRoom = z.object({
  performanceId: PerformanceId,
  act: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("pause") }),
    z.object({ kind: z.literal("resume") }),
    z.object({ kind: z.literal("drain") }),
    z.object({ kind: z.literal("stop-draining") }),
    z.object({ kind: z.literal("rate"), perMinute }),
    z.object({ kind: z.literal("capacity"), capacity }),
    z.object({ kind: z.literal("say"), message }),
  ]),
})
export type SteerRoom = z.infer<typeof SteerRoom>

/** Takes an admission back, with what its person holds and has not begun to book. */
export const TakeAdmissionBack = z.object({ performanceId: PerformanceId, userId: UserId })
export type TakeAdmissionBack = z.infer<typeof TakeAdmissionBack>

/** One minute of a line. */
export const LineMinute = z.object({
  minute: Instant,
  /** People who took a place in the lobby or the line. */
  entered: z.int(),
  admitted: z.int(),
  /** Passed over, for they were not there when they were called. */
  noShows: z.int(),
  /** In line, and inside, when the minute ended; null where nobody counted. */
  waiting: z.int().nullable(),
  inside: z.int().nullable(),
})
export type LineMinute = z.infer<typeof LineMinute>

/** A waiting room as its operator sees it. */
export const DeskRoom = z.object({
  performanceId: PerformanceId,
  /** Of what SetRoom changes. */
  etag: ETag,
  /** Null unless the room is on. */
  terms: RoomTerms.nullable(),
  /** The values that the form begins with where it is off: the terms that it last had, or our advice. */
  suggested: RoomTerms,
  /** As everybody sees it. Null for a draft, while the room is off, and while Redis is away. */
  room: Room.nullable(),
  /** The rest is 0 or empty while `room` is null. */
  inside: z.int(),
  /** Passed over and not back yet. */
  absent: z.int(),
  /** Since the line began. */
  admitted: z.int(),
  noShows: z.int(),
  /** Of the last 500 who were let in, from entering or, if that was later, from the opening; null for nobody. */
  medianWaitSeconds: z.int().nullable(),
  /** The last CHART_MINUTES minutes, the oldest first, none left out. */
  minutes: z.array(LineMinute),
  /** The people inside, the last to come first; at most DESK_ROWS_PER_PAGE_MAX of them. */
  people: z.array(
    z.object({
      userId: UserId,
      /** Null when the account is gone. */
      name: z.string().nullable(),
      email: z.string().nullable(),
      admittedUntil: Instant,
    }),
  ),
})
export type DeskRoom = z.infer<typeof DeskRoom>
