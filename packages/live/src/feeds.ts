import type { PerformanceId } from "@podo/contract/ids"
import type { Topic } from "@podo/contract/live"
import { Refused } from "@podo/contract/refusal"
import type { Stores } from "@podo/stores/stores"
import { keysOfPerformance } from "@podo/redis/performance-keys"
import { readRevision } from "@podo/seating/read-feed"
import { type Followed, followFeed, isAway } from "./follow-feed.ts"
import { tellAll, tellNews } from "./tell-news.ts"
import type { Feed, Feeds, FeedWatchers, WhyNot } from "./watched-feed.ts"
import { openUnknown } from "./unknown.ts"

/** A reader who comes back soon, as after a reload, finds what they left. */
const LINGER_MS = 10_000
/** Performances that are looked up at the same time: whoever asks for more comes back later. */
const LOOK_UPS_MAX = 100

/** The feeds of all performances that are watched on this process, each followed once for all who watch it. */
export function openFeeds(stores: Stores, watchers: FeedWatchers): Feeds {
  return {
    stores,
    watchers,
    byPerformance: new Map(),
    byBell: new Map(),
    unknown: openUnknown(),
    lookUps: 0,
  }
}

/** One more reader of a performance's places, or of its line. A reader that joins leaves. */
export function joinFeed(feeds: Feeds, performanceId: PerformanceId, of: Topic): Feed {
  const feed = feeds.byPerformance.get(performanceId) ?? openFeed(feeds, performanceId)
  clearTimeout(feed.lingering)
  feed.readers[of] += 1
  return feed
}

/** One that was closed is no part of this any more, and another may be open for the same performance. */
const isOpen = ({ byPerformance }: Feeds, feed: Feed) =>
  byPerformance.get(feed.performanceId) === feed

const readersOfAll = ({ readers }: Feed) => readers.places + readers.line

export function leaveFeed(feeds: Feeds, feed: Feed, of: Topic) {
  feed.readers[of] -= 1
  if (readersOfAll(feed) > 0 || !isOpen(feeds, feed)) return
  feed.lingering = setTimeout(() => closeFeed(feeds, feed), LINGER_MS)
}

export const ringFeed = ({ byBell }: Feeds, bell: string) => byBell.get(bell)?.followed?.ring()

export function closeFeeds(feeds: Feeds) {
  for (const feed of feeds.byPerformance.values()) closeFeed(feeds, feed)
}

/** How many performances are watched, and by how many what of them. */
export function countFeeds({ byPerformance }: Feeds) {
  const readers: Record<Topic, number> = { places: 0, line: 0 }
  for (const feed of byPerformance.values()) {
    readers.places += feed.readers.places
    readers.line += feed.readers.line
  }
  return { performances: byPerformance.size, readers }
}

function openFeed(feeds: Feeds, performanceId: PerformanceId): Feed {
  const { bell } = keysOfPerformance(performanceId)
  const feed: Feed = {
    performanceId,
    bell,
    told: "",
    line: undefined,
    readers: { places: 0, line: 0 },
    opened: Promise.resolve<WhyNot>("NOT_FOUND"),
  }
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
  const { performanceId } = feed
  return followFeed(stores, {
    performanceId,
    revision: feed.told,
    // A line tells little: only those who are told of places have to be waited for.
    readers: () => feed.readers.places,
    onNews: (news, waitedMs) => tellNews(feeds, feed, news, waitedMs),
    onGap: (revision) => {
      feed.told = revision
      // It may be another line by now.
      feed.line = undefined
      tellAll(watchers, { news: "places-unknown", performanceId })
      watchers.onGap(readersOfAll(feed))
    },
    onGone: () => {
      watchers.onGone(feed)
      closeFeed(feeds, feed)
    },
  })
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
