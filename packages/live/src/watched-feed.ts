import type { PerformanceId } from "@podo/contract/ids"
import type { News, Topic } from "@podo/contract/live"
import type { Stores } from "@podo/stores/stores"
import type { Followed } from "./follow-feed.ts"
import type { openUnknown } from "./unknown.ts"

export type WhyNot = Extract<News, { news: "not-watching" }>["why"]

/** A performance that somebody on this process watches: its places, its line, or both. */
export type Feed = {
  performanceId: PerformanceId
  bell: string
  /** The revision after which the next frame tells what changed. */
  told: string
  /** The facts last told of the line, as they travel. */
  line: string | undefined
  readers: Record<Topic, number>
  /** Why it cannot be watched; undefined where it can. */
  opened: Promise<WhyNot | undefined>
  followed?: Followed
  lingering?: Timer | undefined
}

export type FeedWatchers = {
  /** A bell is to be heard, or no more. */
  hear: (bell: string) => void
  unhear: (bell: string) => void
  publish: (topic: string, text: string) => void
  /** News for these users alone, as far as they watch this performance. */
  onPeople: (feed: Feed, users: ReadonlySet<string>, news: News) => void
  /** The performance cannot be watched any more. */
  onGone: (feed: Feed) => void
  onFrame: (frame: Frame) => void
  /** So many have to ask again. */
  onGap: (readers: number) => void
}

/** A message to all who watch the same. `waitedMs`: for how long the oldest of it has waited. */
export type Frame = { of: Topic; bytes: number; readers: number; waitedMs: number }

/** Every feed that is watched on this process. */
export type Feeds = {
  stores: Stores
  watchers: FeedWatchers
  byPerformance: Map<PerformanceId, Feed>
  byBell: Map<string, Feed>
  unknown: ReturnType<typeof openUnknown>
  /** How many look-ups are under way. */
  lookUps: number
}
