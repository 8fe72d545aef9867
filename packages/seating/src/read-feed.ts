import type { PerformanceId, Place } from "@podo/contract/ids"
import { PLACE_STATES } from "@podo/contract/limits"
import type { Stores } from "@podo/db/stores"
import { keysOfPerformance } from "@podo/redis/performance-keys"
import { whenLoaded } from "./load-places.ts"
import { REVISION_WITHOUT_FEED } from "./read-availability.ts"

/** What happened to a performance after one revision. */
export type FeedNews = {
  /** Of the last thing that happened. */
  revision: string
  /** The state that each changed place has now. */
  changes: ReadonlyMap<Place, string>
  /** Whose hold is another one. */
  users: ReadonlySet<string>
  hasNewTerms: boolean
}

const STATES = new Set<string>(Object.values(PLACE_STATES))

type Entry = [id: string, fields: string[]]

/**
 * What the feed has after a revision. Nothing when that cannot be known: it was trimmed, was lost, begins anew, or
 * Redis has forgotten the performance.
 */
export async function readFeed(
  { redis }: Pick<Stores, "redis">,
  performanceId: PerformanceId,
  after: string,
): Promise<FeedNews | undefined> {
  const { places, feed } = keysOfPerformance(performanceId)
  const replies = await redis.multi().exists(places).xrange(feed, after, "+").exec()
  const [isLoaded, entries] = (replies ?? []).map(([error, reply]) => {
    if (error) throw error
    return reply
  }) as [number, Entry[]]
  // The entry of the revision itself is asked for as well: only where it is still there, nothing before the others
  // is missing.
  const [known, ...news] = entries
  if (isLoaded === 0 || (known?.[0] ?? REVISION_WITHOUT_FEED) !== after) return undefined
  return newsIn(news, after)
}

function newsIn(entries: Entry[], after: string): FeedNews | undefined {
  const changes = new Map<Place, string>()
  const users = new Set<string>()
  let hasNewTerms = false
  for (const [, fields] of entries) {
    for (let at = 0; at < fields.length; at += 2) {
      const [name = "", value = ""] = [fields[at], fields[at + 1]]
      if (name === "loaded") return undefined
      if (name === "sale") hasNewTerms = true
      else if (name === "users") for (const user of value.split(",")) users.add(user)
      // A process of another version may tell of something else.
      else if (STATES.has(name)) {
        for (const place of value.split(",")) changes.set(Number(place), name)
      }
    }
  }
  return { revision: entries.at(-1)?.[0] ?? after, changes, users, hasNewTerms }
}

/** The newest revision. Loads the performance where Redis does not know it; refuses with NOT_FOUND where there is none. */
export async function readRevision(stores: Stores, performanceId: PerformanceId): Promise<string> {
  const { places, feed } = keysOfPerformance(performanceId)
  const { revision } = await whenLoaded(stores, performanceId, async () => {
    const replies = await stores.redis
      .multi()
      .exists(places)
      .xrevrange(feed, "+", "-", "COUNT", 1)
      .exec()
    const [isLoaded, newest] = (replies ?? []).map(([error, reply]) => {
      if (error) throw error
      return reply
    }) as [number, Entry[]]
    if (isLoaded === 0) return { code: "NOT_LOADED" } as const
    return { code: "READ", revision: newest[0]?.[0] ?? REVISION_WITHOUT_FEED } as const
  })
  return revision
}
