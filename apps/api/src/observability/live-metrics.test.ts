import { afterAll, expect, test } from "bun:test"
import type { LineFacts } from "@podo/contract/waiting-room"
import { mintPerformance, mintUserId } from "@podo/db/testing"
import { openTestStores } from "@podo/stores/testing"
import { keysOfPerformance } from "@podo/redis/performance-keys"
import { claimPlaces } from "@podo/seating/claim-places"
import { openLiveClient } from "../testing/live.ts"
import { openTestApi } from "../testing/api.ts"

const stores = await openTestStores()
const opened: { stop: () => Promise<void> }[] = []
afterAll(() => Promise.all(opened.map(({ stop }) => stop())))

/** A process of its own, whose numbers are those of one test. */
function open() {
  const own = openTestApi(stores).listen()
  opened.push(own)
  return own
}

async function valuesOf({ metrics }: ReturnType<typeof open>) {
  const text = await metrics.text()
  return (name: string) =>
    Number(
      text
        .split("\n")
        .find((line) => line.startsWith(`${name} `))
        ?.split(" ")
        .at(-1),
    )
}

const FACTS: LineFacts = {
  at: 1_000,
  lineId: "a-line",
  phase: "open",
  waiting: 2,
  moved: 1,
  left: [10],
  paused: false,
  draining: false,
  message: "",
}

test("an operator sees who is connected, what is sent, what was missed and who was sent away", async () => {
  const own = open()
  const { port } = own
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

  const valueOf = await valuesOf(own)
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

test("and what is told of lines, apart from places", async () => {
  const own = open()
  const { performanceId } = await mintPerformance(stores)
  const viewers = [openLiveClient(own.port), openLiveClient(own.port)]
  await Promise.all(viewers.map((viewer) => viewer.watch(performanceId, "line")))
  const { feed, bell } = keysOfPerformance(performanceId)
  await stores.redis.xadd(feed, "*", "line", JSON.stringify(FACTS))
  await stores.redis.publish(bell, "")
  await Promise.all(viewers.map((viewer) => viewer.hears("line-moved")))
  const valueOf = await valuesOf(own)
  expect({
    viewers: valueOf('podo_live_viewers{of="line"}'),
    frames: valueOf('podo_live_frames_total{of="line"}'),
    bytes: valueOf('podo_live_sent_bytes_total{of="line"}'),
    waits: valueOf('podo_live_waited_seconds_count{of="line"}'),
    viewersOfPlaces: valueOf('podo_live_viewers{of="places"}'),
    framesOfPlaces: valueOf('podo_live_frames_total{of="places"}'),
  }).toEqual({
    viewers: 2,
    frames: 1,
    bytes: 2 * JSON.stringify(viewers[0]?.all("line-moved")[0]).length,
    waits: 1,
    viewersOfPlaces: 0,
    framesOfPlaces: 0,
  })
})
