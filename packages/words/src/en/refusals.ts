import { many } from "./many.ts"
import type { RefusalWords } from "../refusals.ts"
import { spokenWait } from "../spoken-wait.ts"

const waitOf = (ms: number) =>
  spokenWait(ms, {
    hours: (count) => many(count, "hour"),
    minutes: (count) => many(count, "minute"),
    seconds: (count) => many(count, "second"),
  })

export const refusals: RefusalWords = {
  SIGN_IN_REQUIRED: () => "Please sign in first.",
  NOT_ALLOWED: () => "You are not allowed to do this.",
  NOT_FOUND: ({ what }) =>
    what === "waiting-room"
      ? "This performance has no waiting room: choose your places at once."
      : `We could not find this ${what}.`,
  WRONG_CREDENTIALS: () => "The e-mail or the password is wrong.",
  CODE_WRONG: ({ triesLeft }) =>
    `This code is wrong. ${triesLeft === 1 ? "One try" : `${triesLeft} tries`} left.`,
  CODE_SPENT: () => "Too many wrong codes. Ask for a new one.",
  CODE_EXPIRED: () => "This code has expired. Ask for a new one.",
  EMAIL_HAS_ACCOUNT: () => "This e-mail has an account already. Please sign in.",
  HAS_EVENTS: ({ events }) =>
    `You organize ${many(events, "event")}. Hand them over first, then delete your account.`,
  NOT_VALID: () => "Some fields need another look.",
  EDITED_MEANWHILE: () =>
    "Somebody else changed this meanwhile. Your other fields show it; what both of you changed is marked. Save again to keep yours.",
  HALL_NOT_VALID: ({ count }) => `The file has ${many(count, "problem")}. Nothing was stored.`,
  HAS_BOOKINGS: ({ bookings }) =>
    `${many(bookings, "booking")} made already: cancel the performance instead.`,
  ALREADY_PUBLISHED: () => "This event is published already.",
  SALE_NOT_OPEN: ({ opensAt }, tell) => `Not on sale yet. The sale opens ${tell.when(opensAt)}.`,
  SALE_CLOSED: () => "The sale is over.",
  NOT_ADMITTED: () => "You can choose once it is your turn in the waiting room.",
  INVALID_PLACE: () => "Some of these seats cannot be chosen. Please choose again.",
  PLACES_TAKEN: ({ places }, tell) =>
    `${tell.places(places)}: somebody was faster. The rest of your selection is kept.`,
  NOT_ENOUGH_PLACES: ({ remaining }, tell) =>
    remaining === 0
      ? "Nothing is left in this area."
      : `Only ${tell.number(remaining)} left in this area.`,
  LIMIT_REACHED: ({ limit, booked }) =>
    booked > 0
      ? `The limit is ${limit} per person, and you have booked ${booked}.`
      : `The limit is ${limit} per person.`,
  HOLD_EXPIRED: () => "Your time ran out and the seats were released. Please choose again.",
  ALREADY_EXTENDED: () => "More time can be had only once.",
  TOO_MANY_HOLDS: ({ retryAfterMs }) =>
    `You have held seats of this performance and let them go several times. You can hold again in ${waitOf(retryAfterMs)}.`,
  CONFIRM_IN_PROGRESS: () => "Your booking is being written down. One moment, please.",
  BOOKING_ID_TAKEN: () => "We could not finish the booking. Please press once more.",
  ALREADY_CANCELLED: () => "This booking is already cancelled.",
  CANCEL_CLOSED: () => "It is too late to cancel this booking.",
  TOO_MANY_REQUESTS: ({ retryAfterMs }) =>
    `Too many attempts. Try again in ${waitOf(retryAfterMs)}.`,
  STORE_UNAVAILABLE: () => "This is not possible right now. Please try again in a moment.",
}
