import type { Instant } from "@podo/contract/ids"
import type { LineFacts, Standing } from "@podo/contract/waiting-room"
import type { TimePromise } from "./time-promise.ts"

/** How it ended for somebody: they left, or their time inside is over. */
export type Ending = "left" | "over"

/** The line as a person's page knows it, out of its own answers and of what everybody is told. */
export type KnownStanding = Standing & {
  /** When the last answer came, by this page's steady clock. */
  answeredAtMs: number
  /** When the admission ends by the same clock: the device's may be wrong. */
  admittedUntilMs?: number
  /** More are ahead than a moment ago: who was called while away has come back. */
  hasRisen: boolean
  /** The line in which one stood is not there any more: it has to be entered again. */
  isLost: boolean
  /** When this person was put in line again after it was lost. */
  begunAnewAt?: Instant | undefined
  /** How it ended for who is not in line any more. */
  ending?: Ending | undefined
  /** The ways in which this person is told when their turn comes. */
  promise?: TimePromise | undefined
}

/**
 * Everybody's facts put into one person's standing: how many are ahead of them now, or a few too many. Facts that are
 * older than what is known change nothing.
 */
export function withFacts(known: KnownStanding, facts: LineFacts): KnownStanding {
  if (facts.at < known.at) return known
  const gone = facts.moved - known.moved
  const fresh = { ...known, ...facts }
  if (known.lineId !== facts.lineId) return known.state === "admitted" ? fresh : outOfLine(fresh)
  if (known.ahead === undefined) return fresh
  // A person who left from the middle is not counted as gone, but no more can be ahead than there are others in line.
  const others = known.state === "waiting" ? facts.waiting - 1 : facts.waiting
  const ahead = Math.max(0, Math.min(known.ahead - gone, others))
  // A person who takes a place is behind: more ahead are people who came back to the front.
  return {
    ...fresh,
    ahead,
    position: ahead + 1,
    hasRisen: gone < 0 || (known.hasRisen && gone === 0),
  }
}

/** An answer is exact for the moment at which it was given; what everybody was told since then is newer. */
export function withAnswer(
  known: KnownStanding | undefined,
  answer: Standing,
  nowMs: number,
): KnownStanding {
  const fresh: KnownStanding = {
    ...answer,
    answeredAtMs: nowMs,
    hasRisen: known !== undefined && hasRisen(known, answer),
    isLost: known !== undefined && isLost(known, answer),
    ...(answer.admittedMs === undefined ? {} : { admittedUntilMs: nowMs + answer.admittedMs }),
  }
  return known === undefined ? fresh : withFacts(fresh, factsIn(known))
}

function factsIn(known: LineFacts): LineFacts {
  const { at, lineId, phase, waiting, moved, left, paused, draining, message } = known
  return { at, lineId, phase, waiting, moved, left, paused, draining, message }
}

export const isInLine = ({ state, position }: Pick<Standing, "state" | "position">) =>
  state === "waiting" || state === "lobby" || (state === "absent" && position !== undefined)

function isLost(known: KnownStanding, answer: Standing): boolean {
  const wasIn = known.isLost || (isInLine(known) && known.lineId !== answer.lineId)
  return wasIn && answer.state === "absent" && answer.position === undefined
}

function hasRisen(known: KnownStanding, answer: Standing): boolean {
  if (known.lineId !== answer.lineId || known.state !== answer.state) return false
  const { ahead = 0 } = answer
  return ahead > (known.ahead ?? ahead) || (known.hasRisen && ahead === known.ahead)
}

function outOfLine(known: KnownStanding): KnownStanding {
  if (!isInLine(known)) return known
  const { position: _position, ahead: _ahead, etaSeconds: _eta, ...rest } = known
  return { ...rest, state: "absent", isLost: true }
}
