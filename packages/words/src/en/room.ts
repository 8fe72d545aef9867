import type { RoomWords } from "../ko/room.ts"
import { many } from "./many.ts"

export const room: RoomWords = {
  guest: {
    title: "People are let in one after another",
    lead: "Everybody waits in one line and chooses places when it is their turn. Your position belongs to your account: reloading or opening more tabs changes nothing.",
    draw: "Positions of everyone who comes before the sale opens are drawn. Coming early is no advantage.",
    signIn: "Sign in and join the line",
    signInAhead: "Sign in ahead of time",
    waiting: (count) => (count === "1" ? "1 person is waiting." : `${count} people are waiting.`),
  },
  closed: {
    label: "The waiting room opens in",
    title: (when) => `The waiting room opens ${when}`,
    stay: "Stay on this page: it takes you in when the room opens. There is no need to reload.",
    saleOpens: (when) => `The sale starts ${when}.`,
    entering: "Taking you into the waiting room",
    draining: "Nobody can join the line just now",
    drainingHint: "Only those who are in line already are being let in.",
  },
  lobby: {
    label: "The sale starts in",
    title: "You are in the waiting room",
    draw: (when) =>
      `Your position will be drawn at ${when}. Coming first or reloading changes nothing.`,
    order: (when) => `When the sale starts at ${when}, people go in in this order.`,
    here: (count) =>
      count === "1" ? "You are the first one here" : `${count} people are waiting here`,
    drawing: "The line is being drawn",
    drawingHint: "Your position shows up within seconds. Just stay here.",
    opening: "The sale has started",
  },
  line: {
    label: "Your position",
    ordinal: () => "",
    next: "You are next",
    ahead: (count) => `${count} ahead of you`,
    behind: (count) => `${count} behind`,
    stay: "This updates by itself. Look at other pages, or come back on another device: your position stays the same.",
    risen: "Somebody who was called while away has come back, so you moved back a little.",
    spoken: (position, ahead) => `Your position is ${position}, ${ahead} ahead of you.`,
  },
  time: {
    label: "Expected wait",
    soon: "Within a minute",
    minutes: (from, to) => (from === undefined ? `Within ${to} min` : `${from}–${to} min`),
    hours: (from, to) => (from === undefined ? `Within ${to} h` : `${from}–${to} h`),
    mixed: (minutes, hours) => `${minutes} min – ${hours} h`,
    longer: "It is taking longer than we thought.",
    wide: "We are still measuring how fast it goes.",
    unknown: "Measuring",
    paused: "Paused",
    none: "As places come back",
  },
  notice: {
    paused: "Letting people in is paused. Your position is kept, and it goes on from here.",
    soldOut:
      "Nothing is left right now. As places come back, people are let in in the order of the line.",
    offline: "The connection is lost for a moment. Your place is kept. Reconnecting…",
    organizer: "From the organizer",
    begunAnew: (when) =>
      `We had a problem and the line had to begin anew: you are in it again since ${when}.`,
  },
  left: {
    title: "Places left",
    total: (count) => (count === "1" ? "1 place" : `${count} places`),
    none: "None right now",
    byArea: "See each area",
  },
  chance: {
    plenty: (limit) =>
      limit === 1
        ? "There is a place for everybody before you, and for you."
        : `Even if everybody before you takes ${limit}, there is enough left.`,
    likely: "More places are left than people are before you. Some of them may take several.",
    some: (of, outOf) => `About ${of} in ${outOf} before you will find a place.`,
    drawn: (of, outOf) => `About ${of} in ${outOf} of those waiting will find a place.`,
    slim: "Very few places are left for so many who wait.",
    small: "It may sell out before your turn. Cancelled places can come back.",
    others: "Have a look at the other dates meanwhile: your position is kept.",
  },
  turn: {
    title: "It’s your turn!",
    left: "Time inside",
    clock: (minutes, seconds) =>
      minutes > 0
        ? `${many(minutes, "minute")} ${many(seconds, "second")} left`
        : `${many(seconds, "second")} left`,
    hint: "Hold your places before the time is up.",
    held: "Once you hold places you can finish booking, even after this time.",
    spoken: (minutes) => `It is your turn now. Hold your places within ${many(minutes, "minute")}.`,
    announce: (seconds) => `${many(seconds, "second")} left inside.`,
  },
  absent: {
    called: "We called you while you were away",
    calledHint: "No harm done: you go in next.",
    lost: "The line had to begin anew",
    lostHint: "We had a problem. You are being put in line again.",
    over: "Your time inside is over",
    overHint: "If you join again, you start at the end. What you chose is kept until then.",
    left: "You left the line",
    leftHint: "If you join again, you start at the end.",
    booked: "You have booked this performance",
    bookedHint: "To book more, join the line again.",
    arriving: "Joining the line",
    arrivingHint: "Just a moment.",
    enter: "Join the line",
    again: "Join the line again",
  },
  over: {
    title: "Everything is sold out",
    hint: "Thank you for waiting. Nothing can come back any more, so the line is closed.",
  },
  leave: {
    ask: "Leave the line",
    title: "Leave the line?",
    position: (position) =>
      `You lose position ${position}. If you come back, you wait from the end of the line.`,
    lobby: "Unless you are back before the sale starts, you are not in the draw.",
    inside:
      "Your time inside ends and nothing you chose is held. If you come back, you wait from the end of the line.",
    yes: "Leave",
    no: "Keep waiting",
    stay: "Keep choosing",
    inLine: "Just closing the page does not lose your position.",
    fromInside: "Go out",
  },
  tell: {
    title: "When it is your turn",
    sound: "Play a sound",
    notify: "Notify me",
    blocked: "Notifications of this site are off in your browser’s settings.",
    notified: (title) => `It is your turn for “${title}”. Choose your places now.`,
  },
  strip: {
    label: "Your line",
    position: (position) => `Your position: ${position}`,
    lobby: "Waiting for the sale to start",
    called: "Going back in",
    turn: "It’s your turn!",
    goIn: "Go in",
    back: "To the line",
  },
}
