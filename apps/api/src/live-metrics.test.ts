import { afterAll, expect, test } from "bun:test"
import { mintPerformance, mintUserId, openTestStores } from "@podo/db/testing"
import { keysOfPerformance } from "@podo/redis/performance-keys"
import { claimPlaces } from "@podo/seating/claim-places"
import { openLiveClient } from "./testing-live.ts"
import { openTestApi } from "./testing.ts"

const stores = await openTestStores()
const { port, stop, metrics } = openTestApi(stores).listen()
afterAll(stop)

test("an operator sees who is connected, what is sent, what was missed and who was sent away", async () => {
  const { performanceId } = await mintPerformance(stores)
  const [viewer, other] = [openLiveClient(port), openLiveClient(port)]
  await Promise.all([viewer.watch(performanceId), other.watch(performanceId)])
  await claimPlaces(stores, mintUserId(), { performanceId, places: [1] })
  await Promise.all([viewer.hears("places-changed"), other.hears("places-changed")])
  const { feed, bell } = keysOfPerformance(performanceId)
  await stores.redis.del(feed)
  await stores.redis.publish(bell, "")
  await Promise.all([viewer.hears("places-unknown"), other.hears("places-unknown")])
  other.say("nonsense")
  await other.isClosed()

  const text = await metrics.text()
  const valueOf = (name: string) =>
    Number(
      text
        .split("\n")
        .find((line) => line.startsWith(`${name} `))
        ?.split(" ")
        .at(-1),
    )
  const news = JSON.stringify(viewer.all("places-changed")[0])
  expect({
    connections: valueOf("podo_live_connections"),
    performances: valueOf("podo_live_performances"),
    frames: valueOf('podo_live_frames_total{of="places"}'),
    bytes: valueOf('podo_live_sent_bytes_total{of="places"}'),
    waits: valueOf('podo_live_waited_seconds_count{of="places"}'),
    gaps: valueOf("podo_live_gaps_total"),
    sentAway: valueOf('podo_live_closed_total{code="1008"}'),
  }).toEqual({
    connections: 1,
    performances: 1,
    frames: 1,
    bytes: 2 * news.length,
    waits: 1,
    gaps: 2,
    sentAway: 1,
  })
})
