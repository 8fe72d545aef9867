import type { PerformanceId, Place } from "@podo/contract/ids"
import type { News } from "@podo/contract/live"
import { gapsOf } from "@podo/contract/live-wire"
import type { FeedNews } from "@podo/seating/read-feed"

/** News as they travel. */
export const written = (news: News): string => JSON.stringify(news)

/** One message for all that changed: written once, however many read it. */
export function frameOf(
  performanceId: PerformanceId,
  after: string,
  { revision, changes }: FeedNews,
): string {
  const byState = new Map<string, Place[]>()
  for (const [place, state] of changes) {
    const places = byState.get(state)
    if (places) places.push(place)
    else byState.set(state, [place])
  }
  return written({
    news: "places-changed",
    performanceId,
    after,
    revision,
    changes: Object.fromEntries([...byState].map(([state, places]) => [state, gapsOf(places)])),
  })
}
