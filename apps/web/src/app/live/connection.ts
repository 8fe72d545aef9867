import type { News, Topic } from "@podo/contract/live"
import { LIVE_CLOSED } from "@podo/contract/live-wire"
import { type BackOff, waitMsAfter } from "./back-off.ts"
import { openWire, type Patience, type Wire } from "./wire.ts"

export type Pace = Patience &
  BackOff & {
    /** A connection that has held for so long was no false start. */
    steadyMs: number
    /** How long a connection that nobody needs is kept for the next who does. */
    lingerMs: number
    /** After which the server is asked again for what it could not give. */
    againMs: number
  }

type Settings = { url: string; pace: Pace; onSessionEnded: () => void }

/** The topics that can be watched: a performance's places, or its line. */
type Watched = { performanceId: string; of: Topic }

type State = Settings & {
  /** The watched topics, by nameOf, and how many on this page watch each. */
  topics: Map<string, Watched & { watchers: number }>
  wants: number
  wire: Wire | undefined
  openedMs: number
  isConnected: boolean
  /** The topics of which news come, by nameOf. */
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
    wire: undefined,
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
    /** News of a performance's places, or of its line, come until what is returned is called. */
    watch: (performanceId: string, of: Topic = "places") => watch(state, { performanceId, of }),
    /** News that concern the person come until the returned function is called. */
    want: () => want(state),
    hear: (listener: (news: News) => void) => added(state.listeners, listener),
    /** Tells when what the following three say may be something else. */
    onTurn: (listener: () => void) => added(state.turnListeners, listener),
    isConnected: () => state.isConnected,
    isWatching: (performanceId: string, of: Topic = "places") =>
      state.watching.has(nameOf({ performanceId, of })),
    isAway: () => isWanted(state) && !state.isConnected,
    /** The network or the person has come back: the moment to see whether the server is there. */
    wake: () => wake(state),
    /** Comes back as whoever one is now. */
    renew: () => {
      leave(state)
      wake(state)
    },
    /** Lets go of the wire until it is woken. */
    rest: () => leave(state),
  }
}

/** A topic that is left out is places. */
type Named = { performanceId: string; of?: Topic | undefined }

const nameOf = ({ performanceId, of = "places" }: Named) => `${of}:${performanceId}`

/** Without a topic it is places: so a server says and hears it that knows of no lines. */
const inWords = ({ performanceId, of }: Watched): Named =>
  of === "places" ? { performanceId } : { performanceId, of }

const isWanted = ({ wants, topics }: State) => wants > 0 || topics.size > 0

const tellTurn = ({ turnListeners }: State) => turnListeners.forEach((listener) => listener())

function connect(state: State) {
  clearTimeout(state.retry)
  state.retry = undefined
  if (state.wire !== undefined || !isWanted(state)) return
  state.openedMs = performance.now()
  const wire = openWire(state.url, state.pace, {
    onOpen: () => {
      for (const topic of state.topics.values()) wire.say({ ask: "watch", ...inWords(topic) })
    },
    onNews: (news) => tell(state, news),
    onClosed: (code) => comeBack(state, code),
  })
  state.wire = wire
}

function leave(state: State) {
  clearTimeout(state.retry)
  state.retry = undefined
  state.wire?.drop()
  state.wire = undefined
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
  if (state.wire === undefined) connect(state)
  else state.wire.ask()
}

function tell(state: State, news: News) {
  if (news.news === "connected") state.isConnected = true
  if (news.news === "watching" && state.topics.has(nameOf(news))) {
    state.watching.add(nameOf(news))
  }
  if (news.news === "not-watching") {
    state.watching.delete(nameOf(news))
    askAgain(state, news)
  }
  state.listeners.forEach((listener) => listener(news))
  tellTurn(state)
}

type NotWatching = Extract<News, { news: "not-watching" }>

/** It may be published yet, or again: until then its page is no more than slow. */
const WAITS_FOR_WHAT_IS_NOT = 10

/** For what was refused for the moment. A wire that has ended by then says it by itself when it comes back. */
function askAgain(state: State, news: NotWatching) {
  const { wire, pace } = state
  const [name, { why }] = [nameOf(news), news]
  const waits = why === "NOT_FOUND" ? WAITS_FOR_WHAT_IS_NOT : 1
  const waitMs = waits * pace.againMs * (1 + Math.random())
  setTimeout(() => {
    const topic = state.topics.get(name)
    if (state.wire !== wire || state.watching.has(name) || !topic) return
    wire?.say({ ask: "watch", ...inWords(topic) })
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

function watch(state: State, watched: Watched) {
  const { topics } = state
  const name = nameOf(watched)
  const topic = topics.get(name) ?? { ...watched, watchers: 0 }
  topics.set(name, topic)
  topic.watchers++
  if (topic.watchers === 1) state.wire?.say({ ask: "watch", ...inWords(watched) })
  beThere(state)
  return once(() => {
    topic.watchers--
    if (topic.watchers > 0) return
    topics.delete(name)
    state.watching.delete(name)
    state.wire?.say({ ask: "unwatch", ...inWords(watched) })
    partIfUnwanted(state)
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

function once(action: () => unknown) {
  let isDone = false
  return () => {
    if (isDone) return
    isDone = true
    action()
  }
}
