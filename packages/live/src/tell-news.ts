import type { PerformanceId } from "@podo/contract/ids"
import type { News, Topic } from "@podo/contract/live"
import { LineFacts } from "@podo/contract/waiting-room"
import type { FeedNews } from "@podo/seating/read-feed"
import { frameOf, written } from "./frame.ts"
import type { Feed, Feeds, FeedWatchers } from "./watched-feed.ts"

export const topicOf = (performanceId: PerformanceId, of: Topic) => `${of}:${performanceId}`

type AboutPerformance = Extract<News, { news: "places-unknown" | "sale-changed" }>

/** Tells all who watch a performance, its places or its line. */
export function tellAll({ publish }: FeedWatchers, news: AboutPerformance) {
  const text = written(news)
  publish(topicOf(news.performanceId, "places"), text)
  publish(topicOf(news.performanceId, "line"), text)
}

/** Tells everybody what concerns them of what the feed has said. */
export function tellNews(feeds: Feeds, feed: Feed, news: FeedNews, waitedMs: number) {
  const { watchers } = feeds
  const { performanceId } = feed
  if (news.changes.size > 0) {
    const text = frameOf(performanceId, feed.told, news)
    // A reader who joins from here on is told what comes after this frame.
    feed.told = news.revision
    publishTo(watchers, feed, { of: "places", text, waitedMs })
  }
  if (news.hasNewTerms) tellAll(watchers, { news: "sale-changed", performanceId })
  const facts = news.line === undefined ? undefined : factsIn(feeds, news.line)
  if (facts) {
    feed.line = written({ news: "line-moved", performanceId, ...facts })
    publishTo(watchers, feed, { of: "line", text: feed.line, waitedMs })
  }
  for (const [users, kind] of [
    [news.users, "hold-changed"],
    [news.admitted, "admitted"],
    [news.standing, "standing-changed"],
  ] as const) {
    if (users.size > 0) watchers.onPeople(feed, users, { news: kind, performanceId })
  }
}

type Text = { of: Topic; text: string; waitedMs: number }

function publishTo(watchers: FeedWatchers, feed: Feed, { of, text, waitedMs }: Text) {
  const readers = feed.readers[of]
  if (readers === 0) return
  watchers.publish(topicOf(feed.performanceId, of), text)
  watchers.onFrame({ of, bytes: Buffer.byteLength(text), readers, waitedMs })
}

/** Unreadable facts are left out: the next message says it all again. */
function factsIn({ stores }: Feeds, text: string): LineFacts | undefined {
  try {
    return LineFacts.parse(JSON.parse(text))
  } catch (error) {
    stores.onDefect(error, "reading what a feed tells of its line")
    return undefined
  }
}
