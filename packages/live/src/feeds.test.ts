import { expect, test } from "bun:test"
import { mintPerformance } from "@podo/db/testing"
import { openTestStores } from "@podo/stores/testing"
import { closeFeeds, joinFeed, openFeeds } from "./feeds.ts"
import type { FeedWatchers } from "./watched-feed.ts"

const stores = await openTestStores()

function open() {
  const heard = new Set<string>()
  const nothing = () => {}
  const watchers: FeedWatchers = {
    hear: (bell) => heard.add(bell),
    unhear: (bell) => heard.delete(bell),
    publish: nothing,
    onPeople: nothing,
    onGone: nothing,
    onFrame: nothing,
    onGap: nothing,
  }
  return { feeds: openFeeds(stores, watchers), heard }
}

test("a feed that was closed while it was looked up is not followed, for nobody would ever end that", async () => {
  const { performanceId } = await mintPerformance(stores)
  const { feeds, heard } = open()
  const feed = joinFeed(feeds, performanceId, "line")
  closeFeeds(feeds)
  expect(await feed.opened).toBe("STORE_UNAVAILABLE")
  expect(feed.followed).toBeUndefined()
  expect(heard.size).toBe(0)
})
