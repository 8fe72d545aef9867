import type { PerformanceId } from "@podo/contract/ids"
import { LiveRequest, type Topic, TOPICS_PER_CONNECTION_MAX } from "@podo/contract/live"
import { LIVE_CLOSED } from "@podo/contract/live-wire"
import type { Connection, Listener } from "./connections.ts"
import { joinFeed, leaveFeed } from "./feeds.ts"
import type { Feeds, WhyNot } from "./watched-feed.ts"
import { written } from "./frame.ts"
import { MESSAGES_PER_WINDOW_MAX, WINDOW_MS } from "./limits.ts"
import { topicOf } from "./tell-news.ts"

type Hearing = {
  feeds: Feeds
  /** Somebody has begun to watch a line. */
  onLine: (performanceId: PerformanceId, listener: Listener) => void
}

/** The messages of a client. A connection that says what no client of ours would say, or too much of it, is not listened to. */
export function hearMessage(hearing: Hearing, connection: Connection, message: unknown) {
  // Some were on their way already when it was closed.
  if (!connection.isOpen) return
  const request = isTooMuch(connection) ? undefined : requestIn(message)
  if (!request) return sendAway(connection)
  switch (request.ask) {
    case "watch":
      return void watch(hearing, connection, wishIn(request))
    case "unwatch":
      return unwatch(hearing.feeds, connection, wishIn(request))
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

type Wish = { performanceId: PerformanceId; of: Topic }

/** A topic that is left out is places. */
const wishIn = ({ performanceId, of = "places" }: Exclude<LiveRequest, { ask: "ping" }>): Wish => ({
  performanceId,
  of,
})

const watchedBy = ({ watched }: Connection, { performanceId, of }: Wish) =>
  watched.find((each) => each.feed.performanceId === performanceId && each.of === of)

async function watch(hearing: Hearing, connection: Connection, wish: Wish) {
  const { feeds } = hearing
  const { socket } = connection
  const refuse = (why: WhyNot) => socket.send(written({ news: "not-watching", ...wish, why }))
  const known = watchedBy(connection, wish)
  if (!known && connection.watched.length >= TOPICS_PER_CONNECTION_MAX) {
    refuse("TOO_MANY_REQUESTS")
    return
  }
  const watched = known ?? { feed: joinFeed(feeds, wish.performanceId, wish.of), of: wish.of }
  if (!known) connection.watched.push(watched)
  const { feed } = watched
  const why = await feed.opened
  // They may have gone, or have changed their mind, while it was looked up.
  if (!connection.isOpen || !connection.watched.includes(watched)) return
  if (why) {
    unwatch(feeds, connection, wish)
    refuse(why)
    return
  }
  // At once, one after the other: the next frame tells what came after this revision.
  socket.subscribe(topicOf(wish.performanceId, wish.of))
  socket.send(written({ news: "watching", ...wish, revision: feed.told }))
  if (wish.of === "places") return
  if (feed.line !== undefined) socket.send(feed.line)
  hearing.onLine(wish.performanceId, connection.listener)
}

function unwatch(feeds: Feeds, connection: Connection, wish: Wish) {
  const watched = watchedBy(connection, wish)
  if (!watched) return
  connection.watched.splice(connection.watched.indexOf(watched), 1)
  connection.socket.unsubscribe(topicOf(wish.performanceId, wish.of))
  leaveFeed(feeds, watched.feed, wish.of)
}
