/**
 * The problems that a field at the desk can have, with the sentence for a caller from a script. The page
 * says the same in the reader's language; it knows the problem by its sentence where the schema found it.
 */
export const DESK_PROBLEMS = {
  "ends-before-start": "It must end after it starts.",
  "too-long": "It may last for at most 7 days.",
  "sale-closes-before-opening": "The sale must close after it opens.",
  "sale-closes-after-end": "The sale must close before the performance ends.",
  "cancel-after-start": "Bookings can be cancelled until the performance starts, at the latest.",
  "out-of-range": "Choose a time from the year 2000 to the year 2100.",
  "run-ends-before-start": "The last day must not be before the first.",
  "run-too-long": "A festival runs for at most 366 days.",
  "unknown-time-zone": "Use the name of a time zone, such as Asia/Seoul.",
  "named-twice": "It is there twice.",
  "in-the-past": "This moment has passed.",
  "hall-busy": "Another performance is in this hall at that time.",
  "same-start": "Another performance of this event starts at that time.",
  "hall-elsewhere": "This hall belongs to another venue.",
  "areas-differ": "Name each area of the hall once.",
  "below-withheld":
    "The house keeps places beyond this number. Release them first, or leave room for them.",
  "only-later-since-sale-opened":
    "The sale has opened, and people have booked by this: it can only become later.",
  "capacity-fixed": "The number of places can be chosen only where nobody has a seat.",
  "too-many-places": "A performance holds at most 200,000 places.",
  "too-many-performances": "An event has at most 1,000 performances.",
  "fixed-since-sale-opened": "This cannot change any more: the sale has opened.",
  "fixed-since-published": "This cannot change any more: the event is published.",
  "fixed-since-lobby-opened": "This cannot change any more: the waiting room has opened.",
  "reason-needed":
    "People have come to this waiting room. Say why it is turned off: everybody can read it.",
  "lobby-after-opening": "The waiting room must not open after the sale.",
  "lobby-too-early": "The waiting room opens at most 7 days before the sale.",
  "not-published": "Publish the event first.",
  "fixed-since-cancelled": "This performance is cancelled.",
  "no-performances": "Add a performance before publishing.",
  "last-performance":
    "An event that is published keeps at least one performance. You can cancel it.",
  "id-taken": "Mint an id of its own.",
  "poster-too-large": "A poster has at most 2 MB.",
  "poster-not-a-picture": "Use a PNG, JPEG, WebP or SVG picture.",
  "poster-too-many-pixels": "A poster has at most 6,000 pixels a side.",
  "poster-broken": "This picture is broken: it ends too early, or parts of it cannot be read.",
  "poster-too-heavy":
    "This picture takes too long or too much memory to draw. Save it as a PNG or JPEG, without effects.",
} as const

export type DeskProblem = keyof typeof DESK_PROBLEMS
