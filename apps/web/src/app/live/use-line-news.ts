import { useEffect, useSyncExternalStore } from "react"
import { isOfLine, type LineNews } from "./line-news.ts"
import { live } from "./tab-connection.ts"
import { useNews } from "./use-live.ts"

/**
 * Watches a performance's line while that is needed, which says to the server that one is there; true while its news
 * really come. The newest facts come at once.
 */
export function useWatchingLine(performanceId: string, isNeeded = true): boolean {
  useEffect(
    () => (isNeeded ? live().watch(performanceId, "line") : undefined),
    [performanceId, isNeeded],
  )
  return useSyncExternalStore(live().onTurn, () => live().isWatching(performanceId, "line"))
}

/**
 * Hears what concerns a performance's line, as long as somebody on this page watches that performance: its line, or
 * its places, which is enough for what concerns the person alone.
 */
export function useLineNews(performanceId: string, onNews: (news: LineNews) => void) {
  useNews((news) => {
    if (isOfLine(news) && news.performanceId === performanceId) onNews(news)
  })
}
