import { type Ending, isInLine, type KnownStanding } from "./ahead.ts"

/**
 * Whether the page takes the place by itself. `now`: they came for it, or are called. `opening`: as soon as the lobby
 * opens. `press`: they have to say that they want to.
 */
export type WayIn = "now" | "opening" | "press" | "none"

export function wayInOf(known: KnownStanding, hasBooked: boolean): WayIn {
  // A person who was here and has gone, or has what they came for, decides anew.
  const isWanted = known.isLost || (known.ending === undefined && !hasBooked)
  switch (known.state) {
    case "absent":
      if (known.position !== undefined) return "now"
      if (known.draining || known.phase === "closed" || known.phase === "sold-out") return "none"
      return isWanted ? "now" : "press"
    case "closed":
      if (known.draining || known.phase !== "closed") return "none"
      return isWanted ? "opening" : "none"
    case "lobby":
    case "waiting":
    case "admitted":
    case "sold-out":
      return "none"
  }
}

/** The ending that the step from one standing to the next tells, if there was one. */
export function endingOf(
  before: KnownStanding | undefined,
  after: KnownStanding,
): Ending | undefined {
  if (before === undefined || after.state !== "absent" || after.position !== undefined) {
    return undefined
  }
  if (before.state === "admitted") return "over"
  // A line that was lost has let everybody go, and nobody has left it.
  return isInLine(before) && !after.isLost ? "left" : undefined
}
