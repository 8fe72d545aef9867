import { afterAll, describe, expect, test } from "bun:test"
import { mintSessions } from "@podo/accounts/mint-sessions"
import { sweepPerformance } from "@podo/booking/sweep"
import { verifyPerformance } from "@podo/booking/verify-performance"
import { BookingId, type PerformanceId } from "@podo/contract/ids"
import type { News } from "@podo/contract/live"
import { LIVE_CLOSED, placesIn } from "@podo/contract/live-wire"
import { refusalOf, until } from "@podo/db/racing"
import { closeStores, openStores } from "@podo/stores/stores"
import { mintPerformance } from "@podo/db/testing"
import { openTestStores } from "@podo/stores/testing"
import { connectRedis } from "@podo/redis/connect"
import { openSubscriber } from "@podo/redis/subscribe"
import { giveBack, spend } from "@podo/redis/rate-limit"
import { listLoaded } from "@podo/seating/read-places"
import { codeOf, connectApi } from "../operate/api-client.ts"
import { startApi } from "./api-process.ts"
import { testStoreUrls } from "../run/env.ts"
import { startRedisCluster } from "../stores/redis-cluster.ts"

/** So many that they are not all on one server of the cluster. */
const PERFORMANCES = 12
const CAPACITY = 40

const { databaseUrl } = testStoreUrls()
const { db } = await openTestStores()
const cluster = await startRedisCluster()
const urls = { databaseUrl, redisUrl: cluster.url }
const stores = await openStores(urls, (error) => {
  throw error
})
const server = await startApi(undefined, urls)

afterAll(async () => {
  await closeStores(stores)
  await server.kill()
  await cluster.stop()
})

async function mintPeople(count: number) {
  const sessions = await mintSessions(db, count)
  return sessions.map(({ token }) => ({ token, api: connectApi(server.url, token) }))
}

async function mintPerson() {
  const [person] = await mintPeople(1)
  if (!person) throw new Error("Nobody was minted.")
  return person
}

/** The messages of a live connection, and how it was closed. */
function listen(token: string) {
  const heard: News[] = []
  let closed: number | undefined
  // Bun's own takes headers; browsers' types do not know it.
  const options = { headers: { authorization: `Bearer ${token}` } } as unknown as string[]
  const socket = new WebSocket(`${server.url.replace("http", "ws")}/live`, options)
  socket.addEventListener("message", ({ data }: MessageEvent<string>) => {
    heard.push(JSON.parse(data) as News)
  })
  socket.addEventListener("close", ({ code }) => (closed = code))
  const has = (is: (news: News) => boolean) => until(async () => heard.some(is))
  return {
    has,
    watch: async (performanceId: PerformanceId) => {
      await has(({ news }) => news === "connected")
      socket.send(JSON.stringify({ ask: "watch", performanceId }))
      await has(({ news }) => news === "watching")
    },
    isClosed: () => until(async () => closed !== undefined).then(() => closed),
  }
}

/** Cuts all connections to a server that only listen. */
async function cutListeners(url: string) {
  const redis = await connectRedis(url)
  await redis.call("client", "KILL", "TYPE", "pubsub")
  redis.disconnect()
}

describe("on a Redis Cluster", () => {
  test("places of many performances are found, held, and counted in lists", async () => {
    const title = `무리 ${crypto.randomUUID()}`
    const minted = await Promise.all(
      Array.from({ length: PERFORMANCES }, () =>
        mintPerformance(stores, { title, capacity: CAPACITY }),
      ),
    )
    const ids = minted.map(({ performanceId }) => performanceId)
    const people = await mintPeople(PERFORMANCES)
    const holds = await Promise.all(
      people.map(({ api }, n) =>
        api.seating.claim.mutate({ performanceId: ids[n] ?? "", quantity: 3 }),
      ),
    )
    for (const { places } of holds) {
      const [first = -1] = places
      expect(places).toEqual([first, first + 1, first + 2])
    }
    const [person] = people
    const listed = await person?.api.catalog.events.query({ search: title, limit: PERFORMANCES })
    expect(listed?.events.map(({ remaining }) => remaining)).toEqual(ids.map(() => CAPACITY - 3))
    expect(await listLoaded(stores, ids)).toEqual(ids)
    const slots = await Promise.all(ids.map((id) => stores.redis.cluster("KEYSLOT", id)))
    expect(new Set(slots.map((slot) => Math.floor((slot * 3) / 16_384))).size).toBeGreaterThan(1)
  })

  test("a hold is extended, booked and cancelled, and both stores agree", async () => {
    const { performanceId } = await mintPerformance(stores)
    const [person, other] = [await mintPerson(), await mintPerson()]
    const { seating, booking } = person.api
    const claimed = await seating.claim.mutate({ performanceId, places: [3, 4] })
    const rival = other.api.seating.claim.mutate({ performanceId, places: [4] })
    expect(await rival.catch(codeOf)).toBe("PLACES_TAKEN")
    const { holdId } = await seating.extend.mutate({ performanceId, holdId: claimed.holdId })
    const bookingId = BookingId.parse(Bun.randomUUIDv7())
    await booking.confirm.mutate({ bookingId, performanceId, holdId })
    expect((await seating.availability.query({ performanceId })).places).toBe("...bb.....")
    const given = await other.api.seating.claim.mutate({ performanceId, places: [0] })
    await other.api.seating.release.mutate({ performanceId, holdId: given.holdId })
    expect((await booking.cancel.mutate({ bookingId })).status).toBe("cancelled")
    await sweepPerformance(stores, performanceId)
    const { sold, drift } = await verifyPerformance(stores, performanceId)
    expect({ sold, drift }).toEqual({ sold: 0, drift: [] })
  })

  test("a rate limit counts", async () => {
    const limit = { name: `test-${crypto.randomUUID()}`, times: 2, seconds: 60 }
    const act = () => spend(stores.redis, limit, "somebody")
    await act()
    await act()
    await giveBack(stores.redis, limit, "somebody")
    await act()
    expect((await refusalOf(act())).code).toBe("TOO_MANY_REQUESTS")
  })

  test("a message is heard, and is heard again when the connection to one of its servers was lost", async () => {
    const channel = `test-${crypto.randomUUID()}`
    const heard: string[] = []
    let hearings = 0
    const subscriber = openSubscriber(stores.redis, {
      onMessage: (_, message) => heard.push(message),
      onHearing: () => (hearings += 1),
    })
    subscriber.hear(channel)
    for (const [at, said] of ["one", "two"].entries()) {
      await until(async () => hearings === at + 1)
      await stores.redis.publish(channel, said)
      await until(async () => heard.at(-1) === said)
      for (const { url } of cluster.nodes) await cutListeners(url)
    }
    subscriber.close()
    expect(heard).toEqual(["one", "two"])
  })

  test("viewers hear what happens, and that they are signed out", async () => {
    const { performanceId } = await mintPerformance(stores)
    const [viewer, fan] = [await mintPerson(), await mintPerson()]
    const line = listen(viewer.token)
    await line.watch(performanceId)
    await fan.api.seating.claim.mutate({ performanceId, places: [7, 8] })
    await line.has(
      (news) =>
        news.news === "places-changed" && placesIn(news.changes["h"] ?? []).join() === "7,8",
    )
    await viewer.api.account.endAllSessions.mutate()
    expect(await line.isClosed()).toBe(LIVE_CLOSED.sessionEnded)
    expect(await viewer.api.account.me.query()).toBeNull()
  })
})
