import type { NoScriptWords } from "../ko/no-script.ts"

export const noScript: NoScriptWords = {
  room: "Waiting room",
  needsNoScript:
    "This page keeps your place without JavaScript. It reloads itself: leave it open and wait.",
  ifItFails:
    "If the connection breaks and an error page appears, reload it. Your place belongs to your account.",
  withScript: "Open this performance with JavaScript",
  unknown: "We could not find this performance",
  failed: "Something went wrong for a moment. This page tries again by itself; your place is kept.",
  malformed: "Some fields need another look.",
  message: "From the organizer",
  waiting: (count) => `People waiting now: ${count}.`,
  saleOpens: (when) => `The sale opens ${when}.`,
  lobbyOpens: (when) => `The waiting room opens ${when}.`,
  closed: "Nobody can join the line right now",
  draining: "Only those who are in line already are being let in.",
  over: "The sale is over",
  soldOut: "Sold out",
  soldOutHint: "Nothing is left, so the line has ended. Thank you for waiting.",
  notInLine: "You are not in the line yet",
  notInLineHint:
    "In line, your place belongs to your account. On another device you have the same place.",
  enter: "Join the line",
  lobby: "You are in the waiting room",
  lobbyDrawn:
    "Places are drawn when the sale opens. Coming early or reloading makes no difference.",
  lobbyInOrder: "People are let in in the order in which they came.",
  seedHash: "Fingerprint of the seed (SHA-256)",
  position: "Your position",
  ahead: (count) => `People ahead of you: ${count}`,
  eta: (from, to) => (from === "0" ? `within ${to} min` : `about ${from} to ${to} min`),
  etaTitle: "Expected wait",
  paused: "Letting people in has paused. Your position is kept.",
  begunAnew: "We had a problem and the line had to begin anew. You are in it again.",
  left: "Left by area",
  leftCount: (count) => `${count} left`,
  leave: "Leave the line",
  leaveHint: "If you come back, you wait from the end of the line.",
  giveUp: "Give up my turn",
  giveUpHint: "If you come back, you wait from the end of the line.",
  admitted: "It is your turn",
  admittedUntil: (minutes) => `Hold your places within ${minutes} min.`,
  noRoom: "This performance has no waiting room: book at once",
  best: "Find good seats",
  bestHint:
    "Choosing on the map needs JavaScript. Your turn belongs to your account, so another device will do.",
  area: "Area",
  anyArea: "Any area",
  quantity: "How many",
  count: (count) => count,
  find: "Hold places",
  held: "These places are yours",
  heldFor: (minutes) => `They are held for ${minutes} min. Book them before.`,
  seat: (row, number) => `Row ${row}, seat ${number}`,
  standing: "Standing",
  total: "Total",
  book: "Book",
  giveBack: "Give back",
  booked: "Booked",
  bookingId: "Booking number",
  alreadyMine: "You have booked this performance.",
  guest: "Sign in to join the line",
  guestHint:
    "Google and new accounts need JavaScript. You can also join on another device: your position belongs to your account.",
  email: "E-mail",
  password: "Password",
  signIn: "Sign in",
  sentences: {
    WRONG_CREDENTIALS: () => "The e-mail or the password is wrong.",
    TOO_MANY_REQUESTS: ({ retryAfterMs }, tell) =>
      `Too many attempts. Try again in ${tell.minutesLeft(retryAfterMs)} min. Your place in line is kept.`,
    TOO_MANY_HOLDS: ({ retryAfterMs }, tell) =>
      `You have held places and let them go several times. Try again in ${tell.minutesLeft(retryAfterMs)} min.`,
    STORE_UNAVAILABLE: () =>
      "This is not possible right now. This page tries again by itself: leave it open.",
    SIGN_IN_REQUIRED: () => "Please sign in first.",
    NOT_ADMITTED: () => "You can hold places once it is your turn.",
    SALE_NOT_OPEN: ({ opensAt }, tell) => `The sale opens ${tell.moment(opensAt)}.`,
    SALE_CLOSED: () => "The sale is over.",
    NOT_ENOUGH_PLACES: ({ remaining }, tell) =>
      remaining === 0
        ? "Nothing like this is left."
        : `Only ${tell.number(remaining)} like this left.`,
    PLACES_TAKEN: () => "Somebody was faster. Please choose again.",
    LIMIT_REACHED: ({ limit, booked }) =>
      `The limit is ${limit} per person, and you have booked ${booked}.`,
    HOLD_EXPIRED: () => "Your time ran out and the places were released. Please choose again.",
    CONFIRM_IN_PROGRESS: () => "Your booking is being made. Press again in a moment.",
  },
}
