import { SESSION_ENDED } from "@podo/accounts/find-session"
import type { PerformanceId } from "@podo/contract/ids"
import type { News } from "@podo/contract/live"
import { LIVE_CLOSED } from "@podo/contract/live-wire"
import type { Stores } from "@podo/db/stores"
import { PERSON_NEWS, personNewsIn } from "@podo/redis/person-news"
import { openSubscriber } from "@podo/redis/subscribe"
import {
  addConnection,
  type Connection,
  type Connections,
  hasTooMany,
  type Listener,
  openConnections,
  removeConnection,
  type Socket,
} from "./connections.ts"
import { closeFeeds, type Feed, type Frame, leaveFeed, openFeeds, ringFeed } from "./feeds.ts"
import { written } from "./frame.ts"
import { hearControl, hearMessage } from "./hear-message.ts"
import { hearPong, watchPresence } from "./presence.ts"
import { watchSessions } from "./sessions.ts"

export type { Connection, Listener, Socket } from "./connections.ts"

type LiveSettings = {
  /** Sends a text to every socket of this process that has subscribed to a topic. */
  publish: (topic: string, text: string) => void
  onFrame?: (frame: Frame) => void
  onGap?: (readers: number) => void
}

export type Live = ReturnType<typeof openLive>

/** The live connections of one process: it hears what happens from Redis, and tells who is concerned. */
export function openLive(stores: Stores, settings: LiveSettings) {
  const { publish, onFrame = () => {}, onGap = () => {} } = settings
  const connections = openConnections()
  const sessions = watchSessions(stores, connections)
  const presence = watchPresence(connections)
  const subscriber = openSubscriber(stores.redis, {
    onMessage: (channel, message) => {
      if (channel === SESSION_ENDED) sessions.end(message)
      else if (channel === PERSON_NEWS) tellOne(connections, message)
      else ringFeed(feeds, channel)
    },
    onHearing: sessions.check,
  })
  const feeds = openFeeds(stores, {
    hear: subscriber.hear,
    unhear: subscriber.unhear,
    publish,
    onHolds: (feed, users) => tellHolders(connections, feed, users),
    onGone: (feed) => forgetFeed(connections, feed),
    onFrame,
    onGap,
  })
  subscriber.hear(SESSION_ENDED)
  subscriber.hear(PERSON_NEWS)
  let isStopping = false

  return {
    /** Nothing for whoever cannot be connected now: their socket is closed. */
    connect: (socket: Socket, listener: Listener): Connection | undefined => {
      const { session } = listener
      const hasEnded = session !== null && sessions.hasEnded(session.key)
      const why = whyNot({ isStopping, hasEnded, isFull: hasTooMany(connections, listener) })
      if (!why) return beginConnection(connections, socket, listener)
      socket.close(LIVE_CLOSED[why], why)
      return undefined
    },
    hear: (connection: Connection, message: unknown) => hearMessage(feeds, connection, message),
    hearPing: hearControl,
    hearPong,
    askWhoIsThere: presence.ask,
    /** Whichever end closed it. */
    disconnect: (connection: Connection) => {
      connection.isOpen = false
      removeConnection(connections, connection)
      for (const feed of connection.feeds.splice(0)) leaveFeed(feeds, feed)
    },
    counts: () => ({
      connections: connections.all.size,
      performances: feeds.byPerformance.size,
    }),
    readersOf: (performanceId: PerformanceId) =>
      feeds.byPerformance.get(performanceId)?.readers ?? 0,
    /** Sends everybody to another process. */
    stop: () => {
      isStopping = true
      sessions.stop()
      presence.stop()
      subscriber.close()
      closeFeeds(feeds)
      for (const { socket } of connections.all) socket.close(LIVE_CLOSED.restarting, "restarting")
    },
  }
}

type Reasons = { isStopping: boolean; hasEnded: boolean; isFull: boolean }

function whyNot({ isStopping, hasEnded, isFull }: Reasons): keyof typeof LIVE_CLOSED | undefined {
  if (isStopping) return "restarting"
  if (hasEnded) return "sessionEnded"
  return isFull ? "tooMany" : undefined
}

function beginConnection(connections: Connections, socket: Socket, listener: Listener) {
  const connection: Connection = {
    socket,
    listener,
    feeds: [],
    messages: 0,
    windowBeganAt: 0,
    askedAt: performance.now(),
    awaited: undefined,
    isOpen: true,
  }
  addConnection(connections, connection)
  socket.send(written({ news: "connected", userId: listener.session?.userId ?? null }))
  return connection
}

function tellOne({ byUser }: Connections, message: string) {
  const told = personNewsIn(message)
  if (!told) return
  for (const { socket } of byUser.get(told.userId) ?? []) socket.send(written(told.news))
}

function tellHolders({ byUser }: Connections, feed: Feed, users: ReadonlySet<string>) {
  const news: News = { news: "hold-changed", performanceId: feed.performanceId }
  const text = written(news)
  for (const userId of users) {
    for (const { socket, feeds } of byUser.get(userId) ?? []) {
      if (feeds.includes(feed)) socket.send(text)
    }
  }
}

function forgetFeed({ all }: Connections, feed: Feed) {
  const { performanceId, topic } = feed
  const text = written({ news: "not-watching", performanceId, why: "NOT_FOUND" })
  for (const { socket, feeds } of all) {
    if (!feeds.includes(feed)) continue
    feeds.splice(feeds.indexOf(feed), 1)
    socket.unsubscribe(topic)
    socket.send(text)
  }
}
