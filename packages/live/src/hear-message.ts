import type { PerformanceId } from "@podo/contract/ids"
import { LiveRequest, TOPICS_PER_CONNECTION_MAX } from "@podo/contract/live"
import { LIVE_CLOSED } from "@podo/contract/live-wire"
import type { Connection } from "./connections.ts"
import { type Feeds, joinFeed, leaveFeed, type WhyNot } from "./feeds.ts"
import { written } from "./frame.ts"
import { MESSAGES_PER_WINDOW_MAX, WINDOW_MS } from "./limits.ts"

/** What a client says. Whoever says what no client of ours would say, or too much of it, is not listened to. */
export function hearMessage(feeds: Feeds, connection: Connection, message: unknown) {
  // Some were on their way already when it was closed.
  if (!connection.isOpen) return
  const request = isTooMuch(connection) ? undefined : requestIn(message)
  if (!request) return sendAway(connection)
  switch (request.ask) {
    case "watch":
      return void watch(feeds, connection, request.performanceId)
    case "unwatch":
      return unwatch(feeds, connection, request.performanceId)
    case "ping":
      return void connection.socket.send(written({ news: "pong" }))
  }
}

/** A ping or a pong of the protocol itself, which has been answered: it counts like a message. */
export function hearControl(connection: Connection) {
  if (connection.isOpen && isTooMuch(connection)) sendAway(connection)
}

function sendAway(connection: Connection) {
  connection.isOpen = false
  connection.socket.close(LIVE_CLOSED.notUnderstood, "not understood")
}

function isTooMuch(connection: Connection): boolean {
  const now = performance.now()
  if (now - connection.windowBeganAt > WINDOW_MS) {
    connection.windowBeganAt = now
    connection.messages = 0
  }
  connection.messages += 1
  return connection.messages > MESSAGES_PER_WINDOW_MAX
}

function requestIn(message: unknown): LiveRequest | undefined {
  if (typeof message !== "string") return undefined
  try {
    return LiveRequest.safeParse(JSON.parse(message)).data
  } catch {
    return undefined
  }
}

const watchedBy = ({ feeds }: Connection, performanceId: PerformanceId) =>
  feeds.find((feed) => feed.performanceId === performanceId)

async function watch(feeds: Feeds, connection: Connection, performanceId: PerformanceId) {
  const { socket } = connection
  const refuse = (why: WhyNot) => socket.send(written({ news: "not-watching", performanceId, why }))
  const known = watchedBy(connection, performanceId)
  if (!known && connection.feeds.length >= TOPICS_PER_CONNECTION_MAX) {
    refuse("TOO_MANY_REQUESTS")
    return
  }
  const feed = known ?? joinFeed(feeds, performanceId)
  if (!known) connection.feeds.push(feed)
  const why = await feed.opened
  // They may have gone, or have changed their mind, while it was looked up.
  if (!connection.isOpen || !connection.feeds.includes(feed)) return
  if (why) {
    unwatch(feeds, connection, performanceId)
    refuse(why)
    return
  }
  // At once, one after the other: the next frame tells what came after this revision.
  socket.subscribe(feed.topic)
  socket.send(written({ news: "watching", performanceId, revision: feed.told }))
}

function unwatch(feeds: Feeds, connection: Connection, performanceId: PerformanceId) {
  const feed = watchedBy(connection, performanceId)
  if (!feed) return
  connection.feeds.splice(connection.feeds.indexOf(feed), 1)
  connection.socket.unsubscribe(feed.topic)
  leaveFeed(feeds, feed)
}
