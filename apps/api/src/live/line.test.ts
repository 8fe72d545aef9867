import { afterAll, describe, expect, test } from "bun:test"
import { PerformanceId } from "@podo/contract/ids"
import { TOPICS_PER_CONNECTION_MAX } from "@podo/contract/live"
import { LIVE_CLOSED } from "@podo/contract/live-wire"
import type { LineFacts } from "@podo/contract/waiting-room"
import { mintPerformance, mintUserId } from "@podo/db/testing"
import { openTestStores } from "@podo/stores/testing"
import { keysOfPerformance } from "@podo/redis/performance-keys"
import { claimPlaces } from "@podo/seating/claim-places"
import { forgetPlaces } from "@podo/seating/testing"
import { isServed, type LiveClient, openLiveClient } from "../testing/live.ts"
import { mintSession, openTestApi } from "../testing/api.ts"

const stores = await openTestStores()
const api = openTestApi(stores)
const here = api.listen()
// Another process, with connections of its own.
const there = openTestApi(await openTestStores()).listen()
afterAll(() => Promise.all([here.stop(), there.stop()]))

const factsAt = (moved: number): LineFacts => ({
  at: 1_000,
  lineId: "a-line",
  phase: "open",
  waiting: 100 - moved,
  moved,
  left: [10],
  paused: false,
  draining: false,
  message: "",
})

/** The entry that a script would write to the feed, with its ring. */
async function tell(performanceId: PerformanceId, ...entries: Record<string, string>[]) {
  const { feed, bell } = keysOfPerformance(performanceId)
  const writing = stores.redis.multi()
  for (const entry of entries) writing.xadd(feed, "*", ...Object.entries(entry).flat())
  await writing.publish(bell, "").exec()
}

const tellFacts = (performanceId: PerformanceId, moved: number) =>
  tell(performanceId, { line: JSON.stringify(factsAt(moved)) })

const hearOnce = (clients: LiveClient[], ...kind: Parameters<LiveClient["hears"]>) =>
  Promise.all(clients.map((client) => client.hears(...kind)))

describe("a watcher of a line", () => {
  test("is told how it moves, on every process, and not of places; nobody else is", async () => {
    const { performanceId } = await mintPerformance(stores)
    const waiting = [openLiveClient(here.port), openLiveClient(there.port)]
    const looking = [openLiveClient(here.port), openLiveClient(there.port)]
    const both = openLiveClient(here.port)
    await Promise.all([
      ...[...waiting, both].map((client) => client.watch(performanceId, "line")),
      ...looking.map((client) => client.watch(performanceId)),
    ])
    await both.watch(performanceId)

    await claimPlaces(stores, mintUserId(), { performanceId, places: [1] })
    await hearOnce([...looking, both], "places-changed")
    await tellFacts(performanceId, 1)
    await hearOnce([...waiting, both], "line-moved")
    await claimPlaces(stores, mintUserId(), { performanceId, places: [2] })
    await hearOnce([...looking, both], "places-changed", 2)
    await tellFacts(performanceId, 2)
    await hearOnce([...waiting, both], "line-moved", 2)

    for (const client of [...waiting, both]) {
      expect(client.all("line-moved")).toEqual(
        [1, 2].map((moved) => ({ news: "line-moved", performanceId, ...factsAt(moved) })),
      )
    }
    for (const client of waiting) expect(client.all("places-changed")).toEqual([])
    for (const client of looking) expect(client.all("line-moved")).toEqual([])
    // News of a line leave no gap in those of the places.
    const [first, second] = both.all("places-changed")
    expect(second?.after).toBe(first?.revision ?? "")
  })

  test("is told the last of what was written meanwhile, and begins with it", async () => {
    const { performanceId } = await mintPerformance(stores)
    const first = openLiveClient(here.port)
    await first.watch(performanceId, "line")
    await tell(
      performanceId,
      ...[1, 2, 3].map((moved) => ({ line: JSON.stringify(factsAt(moved)) })),
    )
    await first.hears("line-moved")
    const later = openLiveClient(here.port)
    await later.watch(performanceId, "line")
    await later.hears("line-moved")
    for (const { told } of [first, later]) {
      expect(told.map(({ news }) => news)).toEqual(["connected", "watching", "line-moved"])
      expect(told[1]).toMatchObject({ performanceId, of: "line" })
      expect(told[2]).toMatchObject({ moved: 3 })
    }
  })

  test("hears that the sale is another, and that something may have been missed", async () => {
    const { performanceId } = await mintPerformance(stores)
    const client = openLiveClient(here.port)
    await client.watch(performanceId, "line")
    await tell(performanceId, { sale: "2", line: JSON.stringify(factsAt(1)) })
    await Promise.all([client.hears("sale-changed"), client.hears("line-moved")])
    const { feed, bell } = keysOfPerformance(performanceId)
    await stores.redis.del(feed)
    await stores.redis.publish(bell, "")
    await client.hears("places-unknown")
    // The line as it was known before is not told any more.
    const later = openLiveClient(here.port)
    await later.watch(performanceId, "line")
    expect(await isServed(later)).toBe(true)
    expect(later.all("line-moved")).toEqual([])
  })

  test("is not told what cannot be read, and goes on", async () => {
    const { performanceId } = await mintPerformance(stores)
    const client = openLiveClient(here.port)
    await client.watch(performanceId, "line")
    const before = api.defects.length
    const unreadable = ["{", JSON.stringify({ ...factsAt(1), left: {} })]
    for (const line of unreadable) await tell(performanceId, { line, sale: "2" })
    await client.hears("sale-changed")
    await tellFacts(performanceId, 2)
    await client.hears("line-moved")
    expect(client.all("line-moved")).toMatchObject([{ moved: 2 }])
    expect(api.defects.length).toBeGreaterThan(before)
  })

  test("may watch the places as well, each for itself", async () => {
    const { performanceId } = await mintPerformance(stores)
    const client = openLiveClient(here.port)
    await client.watch(performanceId)
    await client.watch(performanceId, "line")
    expect([
      here.live.readersOf(performanceId, "places"),
      here.live.readersOf(performanceId, "line"),
    ]).toEqual([1, 1])
    client.ask({ ask: "unwatch", performanceId, of: "line" })
    await isServed(client)
    await tell(performanceId, { line: JSON.stringify(factsAt(1)), h: "3" })
    await client.hears("places-changed")
    expect(client.all("line-moved")).toEqual([])
    expect(here.live.readersOf(performanceId, "line")).toBe(0)
  })
})

describe("news of where a person stands", () => {
  test("reach what they have open of that performance, and nobody else", async () => {
    const { performanceId } = await mintPerformance(stores)
    const another = await mintPerformance(stores)
    const [person, other] = [await mintSession(stores), await mintSession(stores)]
    const { token } = person
    const theirs = [
      openLiveClient(here.port, { token }),
      openLiveClient(there.port, { token }),
      openLiveClient(here.port, { token }),
    ]
    const [onLine, elsewhere, onPlaces] = theirs
    const away = openLiveClient(here.port, { token })
    const others = [openLiveClient(here.port, { token: other.token }), openLiveClient(here.port)]
    await Promise.all([
      ...[onLine, elsewhere, ...others].map((client) => client?.watch(performanceId, "line")),
      onPlaces?.watch(performanceId),
      away.watch(another.performanceId, "line"),
    ])
    await tell(performanceId, { admitted: `${person.userId},${mintUserId()}` })
    await hearOnce(theirs, "admitted")
    await tell(performanceId, { standing: `${mintUserId()},${person.userId}` })
    await hearOnce(theirs, "standing-changed")
    for (const client of theirs) {
      expect(client.told.slice(2)).toEqual([
        { news: "admitted", performanceId },
        { news: "standing-changed", performanceId },
      ])
    }
    await tellFacts(performanceId, 1)
    await hearOnce(others, "line-moved")
    await tellFacts(another.performanceId, 1)
    await away.hears("line-moved")
    for (const client of [...others, away]) {
      expect([...client.all("admitted"), ...client.all("standing-changed")]).toEqual([])
    }
  })
})

describe("a line that cannot be watched", () => {
  test("is one of a performance that there is not; one without a room is silent", async () => {
    const unknown = PerformanceId.parse(Bun.randomUUIDv7())
    const { performanceId } = await mintPerformance(stores)
    const client = openLiveClient(here.port)
    await client.watch(unknown, "line")
    await client.watch(performanceId, "line")
    expect(client.told.slice(1)).toMatchObject([
      { news: "not-watching", performanceId: unknown, of: "line", why: "NOT_FOUND" },
      { news: "watching", performanceId, of: "line" },
    ])
    await claimPlaces(stores, mintUserId(), { performanceId, places: [1] })
    expect(await isServed(client)).toBe(true)
  })

  test("is one of a performance that there is no more", async () => {
    const { performanceId, eventId } = await mintPerformance(stores)
    const client = openLiveClient(here.port)
    await client.watch(performanceId)
    await client.watch(performanceId, "line")
    const event = stores.db.updateTable("event").where("id", "=", eventId)
    await event.set({ publishedAt: null }).execute()
    await forgetPlaces(stores, performanceId)
    await stores.redis.publish(keysOfPerformance(performanceId).bell, "")
    await client.hears("not-watching", 2)
    expect(client.all("not-watching").map(({ of, why }) => [of, why])).toEqual([
      ["places", "NOT_FOUND"],
      ["line", "NOT_FOUND"],
    ])
    expect(here.live.readersOf(performanceId, "line")).toBe(0)
  })

  test("is one too many, counted with the places", async () => {
    const minted = Array.from({ length: TOPICS_PER_CONNECTION_MAX / 2 }, () =>
      mintPerformance(stores, { standing: true }),
    )
    const client = openLiveClient(here.port)
    for (const { performanceId } of await Promise.all(minted)) {
      await client.watch(performanceId)
      await client.watch(performanceId, "line")
    }
    expect(client.all("watching")).toHaveLength(TOPICS_PER_CONNECTION_MAX)
    const { performanceId } = await mintPerformance(stores, { standing: true })
    await client.watch(performanceId, "line")
    expect(client.told.at(-1)).toMatchObject({
      news: "not-watching",
      of: "line",
      why: "TOO_MANY_REQUESTS",
    })
  })

  test.each(['"chat"', "null", "1", '["line"]'])("is called %s", async (of) => {
    const { performanceId } = await mintPerformance(stores)
    const client = openLiveClient(here.port)
    await client.isConnected()
    client.say(`{"ask":"watch","performanceId":"${performanceId}","of":${of}}`)
    expect(await client.isClosed()).toBe(LIVE_CLOSED.notUnderstood)
  })
})
