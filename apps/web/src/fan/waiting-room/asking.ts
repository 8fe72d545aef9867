import type { KnownStanding } from "./ahead.ts"

/** News tell how the line moves; the exact place among them is asked for this rarely. */
const EXACT_EVERY_MS = 120_000
/** Before the lobby opens, and where nobody stands in line, nothing changes quickly. */
const IDLE_EVERY_MS = 180_000
const JITTER = 0.25

type Asking = {
  /** News of the line come. */
  isHeard: boolean
  random?: number
}

/** In how long to ask where one stands. A crowd that came together does not ask together. */
export function askAgainMs(
  known: Pick<KnownStanding, "state" | "askAgainMs">,
  { isHeard, random = Math.random() }: Asking,
): number {
  const isInLine = known.state === "waiting" || known.state === "lobby"
  const heardMs = isInLine ? EXACT_EVERY_MS : IDLE_EVERY_MS
  const everyMs = isHeard ? Math.max(heardMs, known.askAgainMs) : known.askAgainMs
  return everyMs * (1 - JITTER + 2 * JITTER * random)
}

/** With a draw it buys nothing to be first: the crowd comes in over some seconds. Otherwise it is the order. */
const LOBBY_SPREAD_MS = 6_000

export function lobbySpreadMs(hasDraw: boolean): number {
  return hasDraw ? LOBBY_SPREAD_MS : 0
}
