import { SESSION_ENDED } from "@podo/accounts/refuse-sessions"
import type { PerformanceId } from "@podo/contract/ids"
import type { Topic } from "@podo/contract/live"
import { LIVE_CLOSED } from "@podo/contract/live-wire"
import type { Stores } from "@podo/stores/stores"
import { PERSON_NEWS } from "@podo/redis/person-news"
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
import { closeFeeds, countFeeds, leaveFeed, openFeeds, ringFeed } from "./feeds.ts"
import { written } from "./frame.ts"
import { hearControl, hearMessage } from "./hear-message.ts"
import { keepSeen } from "./keep-seen.ts"
import { hearPong, watchPresence } from "./presence.ts"
import { watchSessions } from "./sessions.ts"
import type { Frame } from "./watched-feed.ts"
import { forgetFeed, passOn, tellPeople } from "./tell-people.ts"

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
  const seen = keepSeen(stores, connections)
  const subscriber = openSubscriber(stores.redis, {
    onMessage: (channel, message) => {
      if (channel === SESSION_ENDED) sessions.end(message)
      else if (channel === PERSON_NEWS) passOn(connections, message)
      else ringFeed(feeds, channel)
    },
    onHearing: sessions.check,
  })
  const feeds = openFeeds(stores, {
    ...subscriber,
    publish,
    onPeople: (feed, users, news) => tellPeople(connections, { feed, users, news }),
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
    hear: (connection: Connection, message: unknown) =>
      hearMessage({ feeds, onLine: seen.arrive }, connection, message),
    hearPing: hearControl,
    hearPong,
    askWhoIsThere: presence.ask,
    /** Resolves when it is noted who is in line and there. */
    seeWhoIsThere: seen.see,
    /** Whichever end closed it. */
    disconnect: (connection: Connection) => {
      removeConnection(connections, connection)
      for (const { feed, of } of connection.watched.splice(0)) leaveFeed(feeds, feed, of)
    },
    counts: () => ({ connections: connections.all.size, ...countFeeds(feeds) }),
    readersOf: (performanceId: PerformanceId, of: Topic = "places") =>
      feeds.byPerformance.get(performanceId)?.readers[of] ?? 0,
    /** Sends everybody to another process. */
    stop: () => {
      isStopping = true
      sessions.stop()
      presence.stop()
      seen.stop()
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
    watched: [],
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
