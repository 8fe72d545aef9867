import { afterAll, describe, expect, test } from "bun:test"
import { PerformanceId } from "@podo/contract/ids"
import { LIVE_CLOSED } from "@podo/contract/live-wire"
import { until } from "@podo/db/racing"
import { mintPerformance, mintUserId } from "@podo/db/testing"
import { openTestStores } from "@podo/stores/testing"
import { CONNECTIONS_PER_ACCOUNT_MAX, MESSAGES_PER_WINDOW_MAX } from "@podo/live/limits"
import { keysOfPerformance } from "@podo/redis/performance-keys"
import { claimPlaces } from "@podo/seating/claim-places"
import { FRAME, frame, openRawClient } from "../testing/frames.ts"
import { hasAnswered, isServed, type LiveClient, openLiveClient } from "../testing/live.ts"
import { mintSession, openTestApi } from "../testing/api.ts"

const stores = await openTestStores()
const { port, stop, live } = openTestApi(stores).listen()
afterAll(stop)

const MIB = 1024 * 1024
const repeated = (times: number, action: (client: LiveClient) => void) => (client: LiveClient) => {
  for (let time = 0; time < times; time++) action(client)
}

describe("a client that says what no page of ours would say is sent away", () => {
  const watchUnknown = (client: LiveClient) =>
    client.ask({ ask: "watch", performanceId: PerformanceId.parse(Bun.randomUUIDv7()) })
  const abuses: [string, (client: LiveClient) => void, number][] = [
    ["no JSON", (client) => client.say("watch"), LIVE_CLOSED.notUnderstood],
    ["an unknown wish", (client) => client.say('{"ask":"write"}'), LIVE_CLOSED.notUnderstood],
    [
      "no id",
      (client) => client.say('{"ask":"watch","performanceId":"*"}'),
      LIVE_CLOSED.notUnderstood,
    ],
    ["a list", (client) => client.say("[]"), LIVE_CLOSED.notUnderstood],
    ["nothing", (client) => client.say(""), LIVE_CLOSED.notUnderstood],
    [
      "bytes",
      (client) => client.say(new TextEncoder().encode('{"ask":"ping"}')),
      LIVE_CLOSED.notUnderstood,
    ],
    ["a megabyte", (client) => client.say("x".repeat(MIB)), 1009],
    ["a megabyte of bytes", (client) => client.say(new Uint8Array(MIB)), 1009],
    [
      "a flood of pings",
      repeated(500, (client) => client.ask({ ask: "ping" })),
      LIVE_CLOSED.notUnderstood,
    ],
    [
      "a flood of wishes for what there is not",
      repeated(500, watchUnknown),
      LIVE_CLOSED.notUnderstood,
    ],
  ]
  test.each(abuses)("%s", async (_, abuse, code) => {
    const { performanceId } = await mintPerformance(stores)
    const [abuser, other] = [openLiveClient(port), openLiveClient(port)]
    await Promise.all([abuser.isConnected(), other.watch(performanceId)])
    abuse(abuser)
    expect(await abuser.isClosed()).toBe(code)
    await claimPlaces(stores, mintUserId(), { performanceId, places: [0] })
    await other.hears("places-changed")
    expect(await isServed(other)).toBe(true)
  })

  test("but not who says as much as a busy page does", async () => {
    const client = openLiveClient(port)
    await client.isConnected()
    repeated(MESSAGES_PER_WINDOW_MAX - 1, (page) => page.ask({ ask: "ping" }))(client)
    expect(await isServed(client)).toBe(true)
  })
})

test("a person has so many connections, and another person has others", async () => {
  const [one, another] = [await mintSession(stores), await mintSession(stores)]
  const tabs = Array.from({ length: CONNECTIONS_PER_ACCOUNT_MAX }, () =>
    openLiveClient(port, { token: one.token }),
  )
  await Promise.all(tabs.map((tab) => tab.isConnected()))
  const tooMany = openLiveClient(port, { token: one.token })
  expect(await tooMany.isClosed()).toBe(LIVE_CLOSED.tooMany)
  const others = openLiveClient(port, { token: another.token })
  expect(await isServed(others)).toBe(true)
  tabs[0]?.close()
  await tabs[0]?.isClosed()
  await until(async () => {
    const tab = openLiveClient(port, { token: one.token })
    await until(async () => tab.told.length > 0 || tab.closedWith() !== undefined)
    return tab.closedWith() === undefined
  })
})

/** Asks for news as anybody does, and never reads what comes. */
async function openStalled(performanceId: PerformanceId) {
  const stalled = await openRawClient(port)
  stalled.say(frame(FRAME.text, JSON.stringify({ ask: "watch", performanceId })))
  stalled.pause()
  return stalled
}

const PLACES = 80_000
const NEWS_MAX = 100

test("a client that never reads is dropped, and no other waits", async () => {
  const { performanceId } = await mintPerformance(stores)
  const { feed, bell } = keysOfPerformance(performanceId)
  const reader = openLiveClient(port)
  await reader.watch(performanceId)
  const stalled = await openStalled(performanceId)
  await until(async () => live.readersOf(performanceId) === 2)

  // Larger news than any hall has: what the network holds for a reader is megabytes.
  const places = Array.from({ length: PLACES }, (_, place) => place * 101).join(",")
  let sent = 0
  while (live.readersOf(performanceId) === 2 && sent < NEWS_MAX) {
    await stores.redis.xadd(feed, "*", sent % 2 === 0 ? "h" : ".", places)
    await stores.redis.publish(bell, "")
    sent += 1
    await reader.hears("places-changed", sent)
  }
  expect(live.readersOf(performanceId)).toBe(1)
  expect(await isServed(reader)).toBe(true)
  stalled.end()
}, 20_000)

/** A little more than that: the sum of a time and of 30,000 ms may be less than that much later. */
const HALF_A_MINUTE_MS = 30_001

test("a client that says much and never reads is dropped as well, however little is told", async () => {
  const { performanceId } = await mintPerformance(stores)
  const reader = openLiveClient(port)
  await reader.watch(performanceId)
  const stalled = await openStalled(performanceId)
  await until(async () => live.readersOf(performanceId) === 2)

  const inHalfAMinute = performance.now() + HALF_A_MINUTE_MS
  live.askWhoIsThere(inHalfAMinute)
  stalled.say(frame(FRAME.pong, ""))
  await hasAnswered(reader)
  live.askWhoIsThere(inHalfAMinute + HALF_A_MINUTE_MS)
  await until(async () => live.readersOf(performanceId) === 1)
  expect(await isServed(reader)).toBe(true)
  stalled.end()
})
