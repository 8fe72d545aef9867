import type { PerformanceId } from "@podo/contract/ids"
import type { News } from "@podo/contract/live"
import { isOlder, placesIn } from "@podo/contract/live-wire"
import type { Stores } from "@podo/stores/stores"
import { readAvailability } from "@podo/seating/read-availability"
import { type LiveClient, openLiveClient } from "./live.ts"

type Known = { revision: string; places: string[] }

export type MapViewer = ReturnType<typeof openMapViewer>

/**
 * Somebody who keeps a map by the contract's rules and nothing else: news that follow what is known change it, old
 * ones are left out, and after a gap it is read again.
 */
export function openMapViewer(stores: Stores, performanceId: PerformanceId) {
  let known: Known | undefined
  let client: LiveClient | undefined
  /** News that came while the map was being read. */
  let waiting: News[] | undefined
  let readings = 0

  async function read() {
    if (waiting) return
    waiting = []
    readings += 1
    const { revision, places } = await readAvailability(stores, { performanceId })
    known = { revision, places: places.split("") }
    const missed = waiting
    waiting = undefined
    for (const news of missed) hear(news)
  }

  function hear(news: News) {
    if (waiting) waiting.push(news)
    else if (news.news === "places-unknown") void read()
    else if (news.news === "watching" && (!known || isOlder(known.revision, news.revision))) {
      void read()
    } else if (news.news === "places-changed") known = changed(news)
  }

  function changed(news: Extract<News, { news: "places-changed" }>): Known | undefined {
    if (!known || isOlder(known.revision, news.after)) {
      void read()
      return known
    }
    if (!isOlder(known.revision, news.revision)) return known
    const { places } = known
    for (const [state, gaps] of Object.entries(news.changes)) {
      for (const place of placesIn(gaps)) places[place] = state
    }
    return { places, revision: news.revision }
  }

  return {
    /** Comes, or leaves and comes again elsewhere. */
    connect: (port: number) => {
      client?.close()
      const opened = openLiveClient(port)
      client = opened
      opened.onNews((news) => {
        // An answer still under way on a connection that was left is not heard.
        if (client !== opened) return
        if (news.news === "connected") opened.ask({ ask: "watch", performanceId })
        hear(news)
      })
    },
    leave: () => client?.close(),
    map: () => known?.places.join(""),
    readings: () => readings,
  }
}
