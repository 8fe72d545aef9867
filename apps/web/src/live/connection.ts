import type { News } from "@podo/contract/live"
import { LIVE_CLOSED } from "@podo/contract/live-wire"
import { type BackOff, waitMsAfter } from "./back-off.ts"
import { type Line, openLine, type Patience } from "./line.ts"

export type Pace = Patience &
  BackOff & {
    /** What has held for so long was no false start. */
    steadyMs: number
    /** How long a connection that nobody needs is kept for the next who does. */
    lingerMs: number
    /** After which the server is asked again for what it could not give. */
    againMs: number
  }

type Settings = { url: string; pace: Pace; onSessionEnded: () => void }

type State = Settings & {
  /** Performances, and how many on this page watch each. */
  topics: Map<string, number>
  wants: number
  line: Line | undefined
  openedMs: number
  isConnected: boolean
  /** Performances whose news come. */
  watching: Set<string>
  tries: number
  retry: ReturnType<typeof setTimeout> | undefined
  linger: ReturnType<typeof setTimeout> | undefined
  listeners: Set<(news: News) => void>
  turnListeners: Set<() => void>
}

export type Connection = ReturnType<typeof openConnection>

/** The one connection for all that a tab wants to hear. It exists as long as somebody wants something. */
export function openConnection(settings: Settings) {
  const state: State = {
    ...settings,
    topics: new Map(),
    wants: 0,
    line: undefined,
    openedMs: 0,
    isConnected: false,
    watching: new Set(),
    tries: 0,
    retry: undefined,
    linger: undefined,
    listeners: new Set(),
    turnListeners: new Set(),
  }
  return {
    /** News of a performance come until what is returned is called. */
    watch: (performanceId: string) => watch(state, performanceId),
    /** What concerns the person comes until what is returned is called. */
    want: () => want(state),
    hear: (listener: (news: News) => void) => added(state.listeners, listener),
    /** Tells when what the following three say may be something else. */
    onTurn: (listener: () => void) => added(state.turnListeners, listener),
    isConnected: () => state.isConnected,
    isWatching: (performanceId: string) => state.watching.has(performanceId),
    isAway: () => isWanted(state) && !state.isConnected,
    /** The network or the person has come back: the moment to see whether the server is there. */
    wake: () => wake(state),
    /** Comes back as whoever one is now. */
    renew: () => {
      leave(state)
      wake(state)
    },
    /** Lets go of the line until it is woken. */
    rest: () => leave(state),
  }
}

const isWanted = ({ wants, topics }: State) => wants > 0 || topics.size > 0

const tellTurn = ({ turnListeners }: State) => turnListeners.forEach((listener) => listener())

function connect(state: State) {
  clearTimeout(state.retry)
  state.retry = undefined
  if (state.line !== undefined || !isWanted(state)) return
  state.openedMs = performance.now()
  const line = openLine(state.url, state.pace, {
    onOpen: () => {
      for (const performanceId of state.topics.keys()) line.say({ ask: "watch", performanceId })
    },
    onNews: (news) => tell(state, news),
    onClosed: (code) => comeBack(state, code),
  })
  state.line = line
}

function leave(state: State) {
  clearTimeout(state.retry)
  state.retry = undefined
  state.line?.drop()
  state.line = undefined
  state.isConnected = false
  state.watching.clear()
  tellTurn(state)
}

function comeBack(state: State, code?: number) {
  if (performance.now() - state.openedMs >= state.pace.steadyMs) state.tries = 0
  leave(state)
  const waitMs = waitMsAfter(state.pace, { tries: state.tries, code })
  state.tries++
  if (isWanted(state)) state.retry = setTimeout(() => connect(state), waitMs)
  if (code === LIVE_CLOSED.sessionEnded) state.onSessionEnded()
}

function wake(state: State) {
  state.tries = 0
  if (state.line === undefined) connect(state)
  else state.line.ask()
}

function tell(state: State, news: News) {
  if (news.news === "connected") state.isConnected = true
  if (news.news === "watching" && state.topics.has(news.performanceId)) {
    state.watching.add(news.performanceId)
  }
  if (news.news === "not-watching") {
    state.watching.delete(news.performanceId)
    askAgain(state, news)
  }
  state.listeners.forEach((listener) => listener(news))
  tellTurn(state)
}

type NotWatching = Extract<News, { news: "not-watching" }>

/** It may be published yet, or again: until then its page is no more than slow. */
const WAITS_FOR_WHAT_IS_NOT = 10

/** For what was refused for the moment. A line that has ended by then says it by itself when it comes back. */
function askAgain(state: State, { performanceId, why }: NotWatching) {
  const { line, pace } = state
  const waits = why === "NOT_FOUND" ? WAITS_FOR_WHAT_IS_NOT : 1
  const waitMs = waits * pace.againMs * (1 + Math.random())
  setTimeout(() => {
    if (state.line !== line || state.watching.has(performanceId)) return
    if (state.topics.has(performanceId)) line?.say({ ask: "watch", performanceId })
  }, waitMs)
}

function want(state: State) {
  state.wants++
  beThere(state)
  return once(() => {
    state.wants--
    partIfUnwanted(state)
  })
}

function watch(state: State, performanceId: string) {
  const { topics } = state
  const watchers = topics.get(performanceId) ?? 0
  topics.set(performanceId, watchers + 1)
  if (watchers === 0) state.line?.say({ ask: "watch", performanceId })
  beThere(state)
  return once(() => {
    const left = (topics.get(performanceId) ?? 1) - 1
    if (left > 0) return topics.set(performanceId, left)
    topics.delete(performanceId)
    state.watching.delete(performanceId)
    state.line?.say({ ask: "unwatch", performanceId })
    return partIfUnwanted(state)
  })
}

/** At once, unless a wait is under way: no page comes back sooner by being left and entered. */
function beThere(state: State) {
  clearTimeout(state.linger)
  if (state.retry === undefined) connect(state)
}

function partIfUnwanted(state: State) {
  if (isWanted(state)) return
  clearTimeout(state.linger)
  state.linger = setTimeout(() => leave(state), state.pace.lingerMs)
}

function added<Each>(all: Set<Each>, each: Each) {
  all.add(each)
  return () => void all.delete(each)
}

function once(deed: () => unknown) {
  let isDone = false
  return () => {
    if (isDone) return
    isDone = true
    deed()
  }
}
