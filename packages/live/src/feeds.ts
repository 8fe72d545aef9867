import type { PerformanceId } from "@podo/contract/ids"
import type { News } from "@podo/contract/live"
import { Refused } from "@podo/contract/refusal"
import type { Stores } from "@podo/db/stores"
import { keysOfPerformance } from "@podo/redis/performance-keys"
import { type FeedNews, readRevision } from "@podo/seating/read-feed"
import { type Followed, followFeed, isAway } from "./follow-feed.ts"
import { frameOf, written } from "./frame.ts"
import { openUnknown } from "./unknown.ts"

/** Whoever comes back soon, as after a reload, finds what they left. */
const LINGER_MS = 10_000
/** Performances that are looked up at the same time: whoever asks for more comes back later. */
const LOOK_UPS_MAX = 100

export type WhyNot = Extract<News, { news: "not-watching" }>["why"]

/** A performance that somebody on this process watches. */
export type Feed = {
  performanceId: PerformanceId
  topic: string
  bell: string
  /** The revision after which the next frame tells what changed. */
  told: string
  readers: number
  /** Why it cannot be watched; undefined where it can. */
  opened: Promise<WhyNot | undefined>
  followed?: Followed
  lingering?: Timer | undefined
}

export type Frame = { bytes: number; readers: number; waitedMs: number }

export type FeedWatchers = {
  /** A bell is to be heard, or no more. */
  hear: (bell: string) => void
  unhear: (bell: string) => void
  publish: (topic: string, text: string) => void
  /** Users whose hold of this performance is another one. */
  onHolds: (feed: Feed, users: ReadonlySet<string>) => void
  /** Nobody can watch this any more. */
  onGone: (feed: Feed) => void
  onFrame: (frame: Frame) => void
  /** So many have to read the places again. */
  onGap: (readers: number) => void
}

export type Feeds = ReturnType<typeof openFeeds>

/** The feeds of all performances that are watched on this process, each followed once for all who watch it. */
export function openFeeds(stores: Stores, watchers: FeedWatchers) {
  const byPerformance = new Map<PerformanceId, Feed>()
  return {
    stores,
    watchers,
    byPerformance,
    byBell: new Map<string, Feed>(),
    unknown: openUnknown(),
    lookUps: 0,
  }
}

/** One more reader of a performance. Whoever joins leaves. */
export function joinFeed(feeds: Feeds, performanceId: PerformanceId): Feed {
  const feed = feeds.byPerformance.get(performanceId) ?? openFeed(feeds, performanceId)
  clearTimeout(feed.lingering)
  feed.readers += 1
  return feed
}

/** One that was closed is no part of this any more, and another may be open for the same performance. */
const isOpen = ({ byPerformance }: Feeds, feed: Feed) =>
  byPerformance.get(feed.performanceId) === feed

export function leaveFeed(feeds: Feeds, feed: Feed) {
  feed.readers -= 1
  if (feed.readers > 0 || !isOpen(feeds, feed)) return
  feed.lingering = setTimeout(() => closeFeed(feeds, feed), LINGER_MS)
}

export const ringFeed = ({ byBell }: Feeds, bell: string) => byBell.get(bell)?.followed?.ring()

export function closeFeeds(feeds: Feeds) {
  for (const feed of feeds.byPerformance.values()) closeFeed(feeds, feed)
}

function openFeed(feeds: Feeds, performanceId: PerformanceId): Feed {
  const { bell } = keysOfPerformance(performanceId)
  const topic = `places:${performanceId}`
  const opened = Promise.resolve<WhyNot>("NOT_FOUND")
  const feed: Feed = { performanceId, topic, bell, told: "", readers: 0, opened }
  if (feeds.unknown.has(performanceId)) return feed
  feeds.byPerformance.set(performanceId, feed)
  feeds.byBell.set(bell, feed)
  feed.opened = lookUp(feeds, feed)
  return feed
}

/** One look-up, however many ask at once. */
async function lookUp(feeds: Feeds, feed: Feed): Promise<WhyNot | undefined> {
  const { stores, watchers } = feeds
  const { performanceId, bell } = feed
  const isBusy = feeds.lookUps >= LOOK_UPS_MAX
  feeds.lookUps += 1
  try {
    if (isBusy) throw new Refused({ code: "TOO_MANY_REQUESTS", retryAfterMs: 0 })
    watchers.hear(bell)
    feed.told = await readRevision(stores, performanceId)
    // So slow a look-up that everybody has left: nobody would ever end what begins here.
    if (!isOpen(feeds, feed)) return "STORE_UNAVAILABLE"
    feed.followed = follow(feeds, feed)
    return undefined
  } catch (error) {
    closeFeed(feeds, feed)
    if (isUnknown(error)) {
      feeds.unknown.add(performanceId)
      return "NOT_FOUND"
    }
    if (!isAway(error)) stores.onDefect(error, "looking up what is watched")
    return "STORE_UNAVAILABLE"
  } finally {
    feeds.lookUps -= 1
  }
}

const isUnknown = (error: unknown) => error instanceof Refused && error.refusal.code === "NOT_FOUND"

function follow(feeds: Feeds, feed: Feed): Followed {
  const { stores, watchers } = feeds
  const { performanceId, topic } = feed
  const publish = (news: News) => watchers.publish(topic, written(news))
  return followFeed(stores, {
    performanceId,
    revision: feed.told,
    readers: () => feed.readers,
    onNews: (news, waitedMs) => {
      if (news.changes.size > 0) publishFrame(watchers, feed, news, waitedMs)
      if (news.hasNewTerms) publish({ news: "sale-changed", performanceId })
      if (news.users.size > 0) watchers.onHolds(feed, news.users)
    },
    onGap: (revision) => {
      feed.told = revision
      publish({ news: "places-unknown", performanceId })
      watchers.onGap(feed.readers)
    },
    onGone: () => {
      watchers.onGone(feed)
      closeFeed(feeds, feed)
    },
  })
}

function publishFrame(watchers: FeedWatchers, feed: Feed, news: FeedNews, waitedMs: number) {
  const { performanceId, topic, told, readers } = feed
  const frame = frameOf(performanceId, told, news)
  // Whoever joins from here on is told what comes after this frame.
  feed.told = news.revision
  watchers.publish(topic, frame)
  watchers.onFrame({ bytes: Buffer.byteLength(frame), readers, waitedMs })
}

function closeFeed(feeds: Feeds, feed: Feed) {
  const { byPerformance, byBell, watchers } = feeds
  if (!isOpen(feeds, feed)) return
  clearTimeout(feed.lingering)
  feed.followed?.stop()
  byPerformance.delete(feed.performanceId)
  byBell.delete(feed.bell)
  watchers.unhear(feed.bell)
}
