import type { AuditFacts } from "./desk.ts"
import type { DeskProblem } from "./desk-problems.ts"
import type { HallProblem } from "./hall.ts"
import type { Instant, Place } from "./ids.ts"

type NotFound =
  | "event"
  | "performance"
  | "area"
  | "hold"
  | "booking"
  | "session"
  | "hall"
  | "venue"
  | "waiting-room"

/**
 * A named "no" of the domain, with what the person needs in order to act.
 * Everything else that goes wrong is a defect.
 */
export type Refusal =
  | { code: "SIGN_IN_REQUIRED" }
  | { code: "NOT_ALLOWED" }
  | { code: "NOT_FOUND"; what: NotFound }
  /** No account has this e-mail and this password; which of the two is wrong is not said. */
  | { code: "WRONG_CREDENTIALS" }
  | { code: "CODE_WRONG"; triesLeft: number }
  /** Too many wrong ones: only a new code helps. */
  | { code: "CODE_SPENT" }
  /** Its time is over, it was used, or a newer one took its place. */
  | { code: "CODE_EXPIRED" }
  /** Said only to who has proved that the e-mail is theirs. */
  | { code: "EMAIL_HAS_ACCOUNT" }
  /** An organizer's events need somebody who answers for them. */
  | { code: "HAS_EVENTS"; events: number }
  /**
   * The problems of a form at the desk that only the stores could know: which field, and why; of a run, the first
   * day that it is about.
   */
  | { code: "NOT_VALID"; problems: { path: string; problem: DeskProblem; day?: string }[] }
  /** Somebody else changed the same since it was read: the values of today, by the names of the history. */
  | { code: "EDITED_MEANWHILE"; etag: string; now: AuditFacts }
  /** A hall's file, line by line: the first of its problems, and how many there are in all. */
  | { code: "HALL_NOT_VALID"; problems: HallProblem[]; count: number }
  /** People have booked it: it can be cancelled, not removed or moved. */
  | { code: "HAS_BOOKINGS"; bookings: number }
  | { code: "ALREADY_PUBLISHED" }
  | { code: "SALE_NOT_OPEN"; opensAt: Instant }
  | { code: "SALE_CLOSED" }
  /** It has a waiting room, and this person is not inside: they have to enter the line first. */
  | { code: "NOT_ADMITTED" }
  | { code: "INVALID_PLACE"; places: Place[] }
  | { code: "PLACES_TAKEN"; places: Place[] }
  | { code: "NOT_ENOUGH_PLACES"; remaining: number }
  | { code: "LIMIT_REACHED"; limit: number; booked: number }
  | { code: "HOLD_EXPIRED" }
  /** Each hold can be extended once. */
  | { code: "ALREADY_EXTENDED" }
  /** Too many holds of this performance were let go lately. */
  | { code: "TOO_MANY_HOLDS"; retryAfterMs: number }
  /** A booking of the same person is being written down this very moment. */
  | { code: "CONFIRM_IN_PROGRESS"; retryAfterMs: number }
  /** The id belongs to another booking: a client must mint a fresh one for each. */
  | { code: "BOOKING_ID_TAKEN" }
  | { code: "ALREADY_CANCELLED" }
  | { code: "CANCEL_CLOSED" }
  | { code: "TOO_MANY_REQUESTS"; retryAfterMs: number }
  | { code: "STORE_UNAVAILABLE"; retryAfterMs: number }

export class Refused extends Error {
  override readonly name = "Refused"
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.code)
    this.refusal = refusal
  }
}

/** One field of a malformed input: where it is, and what is wrong with it. */
export type FieldIssue = { path: string; message: string }
