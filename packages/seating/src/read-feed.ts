import type { PerformanceId, Place } from "@podo/contract/ids"
import { PLACE_STATES } from "@podo/contract/limits"
import type { Stores } from "@podo/stores/stores"
import { keysOfPerformance } from "@podo/redis/performance-keys"
import { whenLoaded } from "./load-places.ts"
import { REVISION_WITHOUT_FEED } from "./read-availability.ts"

/** The changes of a performance after one revision. */
export type FeedNews = {
  /** Of the last thing that happened. */
  revision: string
  /** The state that each changed place has now. */
  changes: ReadonlyMap<Place, string>
  /** Whose hold is another one. */
  users: ReadonlySet<string>
  hasNewTerms: boolean
  /** The facts told to everybody in line, as the newest entry that has them wrote them down. */
  line: string | undefined
  /** Whose turn it is to come in. */
  admitted: ReadonlySet<string>
  /** The people who stand elsewhere in the line, or are out of it. */
  standing: ReadonlySet<string>
}

const STATES = new Set<string>(Object.values(PLACE_STATES))

type Entry = [id: string, fields: string[]]

/**
 * The entries of the feed after a revision. Nothing when they cannot be known: it was trimmed, was lost, begins anew, or
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
  const people = {
    users: new Set<string>(),
    admitted: new Set<string>(),
    standing: new Set<string>(),
  }
  let hasNewTerms = false
  let line: string | undefined
  for (const [name, value] of entries.flatMap(fieldsOf)) {
    if (name === "loaded") return undefined
    if (name === "sale") hasNewTerms = true
    else if (name === "line") line = value
    else if (isKeyOf(people, name)) for (const user of value.split(",")) people[name].add(user)
    // A process of another version may tell of something else.
    else if (STATES.has(name)) {
      for (const place of value.split(",")) changes.set(Number(place), name)
    }
  }
  return { revision: entries.at(-1)?.[0] ?? after, changes, hasNewTerms, line, ...people }
}

function fieldsOf([, fields]: Entry): (readonly [name: string, value: string])[] {
  const pairs = Array.from({ length: fields.length / 2 }, (_, pair) => 2 * pair)
  return pairs.map((at) => [fields[at] ?? "", fields[at + 1] ?? ""])
}

const isKeyOf = <Keys extends string>(all: Record<Keys, unknown>, name: string): name is Keys =>
  Object.hasOwn(all, name)

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
