import { afterAll, describe, expect, test } from "bun:test"
import { PerformanceId } from "@podo/contract/ids"
import { TOPICS_PER_CONNECTION_MAX } from "@podo/contract/live"
import { LIVE_CLOSED } from "@podo/contract/live-wire"
import { until } from "@podo/db/racing"
import { mintPerformance, mintUserId } from "@podo/db/testing"
import { countStatements, openTestStores } from "@podo/stores/testing"
import { keysOfPerformance } from "@podo/redis/performance-keys"
import { claimPlaces } from "@podo/seating/claim-places"
import { openLiveClient } from "../testing/live.ts"
import { mintSession, openTestApi } from "../testing/api.ts"

const stores = await openTestStores()
const api = openTestApi(stores, { publicUrl: "https://tickets.example.com" })
const { port, stop } = api.listen()
afterAll(stop)

const unknownId = () => PerformanceId.parse(Bun.randomUUIDv7())

const asked = (headers: Record<string, string>) =>
  fetch(`http://127.0.0.1:${port}/live`, {
    headers: {
      connection: "upgrade",
      upgrade: "websocket",
      "sec-websocket-version": "13",
      "sec-websocket-key": "dGhlIHNhbXBsZSBub25jZQ==",
      ...headers,
    },
  })

describe("a live connection", () => {
  test("is opened by our own pages and by scripts, not by the page of another", async () => {
    const foreign = await asked({ origin: "https://evil.example.com" })
    expect(foreign.status).toBe(403)
    expect(await foreign.json()).toEqual({ error: { code: "NOT_ALLOWED" } })
    expect((await asked({ origin: "null" })).status).toBe(403)
    for (const headers of [{ origin: "https://tickets.example.com" }, {}]) {
      const client = openLiveClient(port, { headers })
      await client.isConnected()
      client.close()
    }
  })

  test("needs a request that can become one", async () => {
    const plain = await fetch(`http://127.0.0.1:${port}/live`)
    expect(plain.status).toBe(426)
    expect(plain.headers.get("upgrade")).toBe("websocket")
    expect(await plain.json()).toEqual({ error: { code: "UPGRADE_REQUIRED" } })
    // Where no server of ours is around the app, nothing can become one.
    const bare = await api.app.request("/live", { headers: { upgrade: "websocket" } })
    expect(bare.status).toBe(426)
    expect((await fetch(`http://127.0.0.1:${port}/live/else`)).status).toBe(404)
  })

  test("says first whose it is", async () => {
    const { token, userId } = await mintSession(stores)
    const [theirs, anonymous] = [openLiveClient(port, { token }), openLiveClient(port)]
    await Promise.all([theirs.isConnected(), anonymous.isConnected()])
    expect(theirs.told).toEqual([{ news: "connected", userId }])
    expect(anonymous.told).toEqual([{ news: "connected", userId: null }])
  })
})

describe("a watcher of a performance", () => {
  test("is told what changed after the revision that they were given", async () => {
    const { performanceId } = await mintPerformance(stores)
    const client = openLiveClient(port)
    await client.watch(performanceId)
    await claimPlaces(stores, mintUserId(), { performanceId, places: [7, 2] })
    await client.hears("places-changed")
    const [watching] = client.all("watching")
    const [news] = client.all("places-changed")
    expect(news).toMatchObject({ performanceId, changes: { h: [2, 5] } })
    expect(news?.after).toBe(watching?.revision ?? "")
  })

  test("is told no more when they want no more", async () => {
    const { performanceId } = await mintPerformance(stores)
    const [gone, there] = [openLiveClient(port), openLiveClient(port)]
    await Promise.all([gone.watch(performanceId), there.watch(performanceId)])
    gone.ask({ ask: "unwatch", performanceId })
    gone.ask({ ask: "ping" })
    await gone.hears("pong")
    await claimPlaces(stores, mintUserId(), { performanceId, places: [1] })
    await there.hears("places-changed")
    expect(gone.all("places-changed")).toEqual([])
  })

  test("is told when the ring of a change is lost", async () => {
    const { performanceId } = await mintPerformance(stores)
    const client = openLiveClient(port)
    await client.watch(performanceId)
    const { feed } = keysOfPerformance(performanceId)
    // The first is found by the look with which everything begins.
    for (const [times, place] of [5, 6].entries()) {
      await stores.redis.xadd(feed, "*", "h", place)
      await client.hears("places-changed", times + 1)
    }
    expect(client.all("places-changed")[1]?.changes).toEqual({ h: [6] })
  })

  test("reads again when the feed was cut short, and is told what comes then", async () => {
    const { performanceId } = await mintPerformance(stores)
    const client = openLiveClient(port)
    await client.watch(performanceId)
    const { feed, bell } = keysOfPerformance(performanceId)
    for (const place of [1, 3]) {
      await claimPlaces(stores, mintUserId(), { performanceId, places: [place] })
    }
    await stores.redis.xtrim(feed, "MAXLEN", 1)
    await stores.redis.publish(bell, "")
    await client.hears("places-unknown")
    await claimPlaces(stores, mintUserId(), { performanceId, places: [2] })
    await client.hears("places-changed")
    expect(client.all("places-changed").at(-1)?.changes).toEqual({ h: [2] })
  })

  test("costs the database what one costs, however many they are", async () => {
    const costOf = async (count: number) => {
      const { performanceId } = await mintPerformance(stores)
      const clients = Array.from({ length: count }, () => openLiveClient(port))
      await Promise.all(clients.map((client) => client.isConnected()))
      const before = countStatements(stores)
      await Promise.all(clients.map((client) => client.watch(performanceId)))
      expect(clients.every((client) => client.all("watching").length === 1)).toBe(true)
      return countStatements(stores) - before
    }
    expect(await costOf(40)).toBe(await costOf(1))
  })

  test("finds neither what does not exist nor a draft, which is looked up once", async () => {
    const draft = await mintPerformance(stores)
    await stores.db
      .updateTable("event")
      .set({ publishedAt: null })
      .where("id", "=", draft.eventId)
      .execute()
    const clients = Array.from({ length: 20 }, () => openLiveClient(port))
    await Promise.all(clients.map((client) => client.isConnected()))
    const before = countStatements(stores)
    for (const performanceId of [draft.performanceId, unknownId()]) {
      await Promise.all(clients.map((client) => client.watch(performanceId)))
      await Promise.all(clients.map((client) => client.watch(performanceId)))
      for (const client of clients) {
        expect(client.told.at(-1)).toEqual({
          news: "not-watching",
          performanceId,
          of: "places",
          why: "NOT_FOUND",
        })
      }
    }
    expect(countStatements(stores) - before).toBe(2)
  })

  test("watches so many at once, and another when they leave one", async () => {
    const ids = await Promise.all(
      Array.from({ length: TOPICS_PER_CONNECTION_MAX + 1 }, async () => {
        return (await mintPerformance(stores, { standing: true })).performanceId
      }),
    )
    const [first, ...others] = ids
    const last = others.pop()
    if (!first || !last) throw new Error("There are too few.")
    const client = openLiveClient(port)
    for (const performanceId of [first, ...others]) await client.watch(performanceId)
    await client.watch(last)
    expect(client.told.at(-1)).toMatchObject({ news: "not-watching", why: "TOO_MANY_REQUESTS" })
    client.ask({ ask: "unwatch", performanceId: first })
    await client.watch(last)
    expect(client.told.at(-1)).toMatchObject({ news: "watching", performanceId: last })
  })
})

describe("a process that ends", () => {
  test("sends everybody to another one", async () => {
    const ending = api.listen()
    const clients = [openLiveClient(ending.port), openLiveClient(ending.port)]
    await Promise.all(clients.map((client) => client.isConnected()))
    await ending.stop()
    for (const client of clients) expect(await client.isClosed()).toBe(LIVE_CLOSED.restarting)
    await until(async () => ending.live.counts().connections === 0)
  })
})
