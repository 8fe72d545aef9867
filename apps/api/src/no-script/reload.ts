import type { Standing } from "@podo/contract/waiting-room"
import type { Look } from "./read.ts"

export type Reload = { seconds: number; path: string }

const MS_PER_SECOND = 1_000
/** A time that is over by the server's clock is over when the page asks. */
const AFTERWARDS_MS = 1_500
const AFTER_FAILURE_MS = 20_000
const JITTER = 0.25
const SECONDS_MIN = 5

/** When the page asks again by itself, and for what; never where somebody may be typing. */
export function reloadOf(
  { standing, hold, booking, performance }: Look,
  path: string,
): Reload | undefined {
  if (booking) return undefined
  if (hold) return after(hold.remainingMs + AFTERWARDS_MS, path)
  if (!standing || isOver(standing) || performance.cancelled) return undefined
  const { state, lineId, askAgainMs, admittedMs = 0 } = standing
  if (state === "admitted") return after(admittedMs + AFTERWARDS_MS, path)
  // A person who is not in line has nothing to keep, and may be reading.
  if (state === "absent") return undefined
  const isInLine = state === "lobby" || state === "waiting"
  return after(jittered(askAgainMs), isInLine ? inLine(path, lineId) : path)
}

/** While a store is away; the page still says in which line it was standing. */
export const reloadAfterFailure = (path: string, wasIn: string | undefined): Reload =>
  after(jittered(AFTER_FAILURE_MS), wasIn === undefined ? path : inLine(path, wasIn))

/** A line of which we have told the page, as its address says it. */
export const lineIn = (text: string | undefined) =>
  text !== undefined && /^[\w-]{1,64}$/.test(text) ? text : undefined

const inLine = (path: string, lineId: string) => `${path}?line=${lineId}`

const after = (ms: number, path: string): Reload => ({
  seconds: Math.max(SECONDS_MIN, Math.ceil(ms / MS_PER_SECOND)),
  path,
})

/** Give or take a quarter, so that a crowd that came at once does not ask at once. */
const jittered = (ms: number) => ms * (1 - JITTER + 2 * JITTER * Math.random())

const isOver = ({ state, phase, lobbyOpensAt }: Standing) =>
  state === "sold-out" || (phase === "closed" && Date.parse(lobbyOpensAt) <= Date.now())
