import { afterAll, expect, test } from "bun:test"
import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { mintSession, openTestApi } from "@podo/api/testing"
import { BookingId } from "@podo/contract/ids"
import type { Hold } from "@podo/contract/seating"
import type { Standing } from "@podo/contract/waiting-room"
import { until } from "@podo/db/racing"
import { closeStores, openStores, type Stores } from "@podo/stores/stores"
import { mintPerformance, type PerformanceWishes } from "@podo/db/testing"
import { openTestStores } from "@podo/stores/testing"
import { keysOfPerformance } from "@podo/redis/performance-keys"
import { goAway, passTime } from "@podo/waiting-room/testing"
import { tickRoom } from "@podo/waiting-room/tick-room"
import { testStoreUrls } from "../run/env.ts"
import { findRedisServer, prepareRedis } from "../stores/redis.ts"

const path = mkdtempSync(join(tmpdir(), "podo-line-"))
afterAll(() => rmSync(path, { recursive: true }))

const HOUR_MS = 3_600_000
const MINUTE_MS = 60_000
const ANSWERED_MS_MAX = 1_000

/** A Redis of this test's own that keeps what it knows, as the one that ./scripts/start brings along. */
function ownRedis() {
  const server = findRedisServer()
  if (!server) throw new Error("No redis-server was found.")
  return prepareRedis(server, { path, throwAway: false })
}

/** Ends it as a crash does, in the middle of anything. */
function kill() {
  process.kill(Number(readFileSync(join(path, "redis/server.pid"), "utf8")), "SIGKILL")
}

/** People before a room: what they ask, and how many of them are there. */
async function mintCrowd(stores: Stores, wishes: PerformanceWishes, size: number) {
  const api = openTestApi(stores)
  const { performanceId } = await mintPerformance(stores, wishes)
  const people = await Promise.all(Array.from({ length: size }, () => mintSession(stores)))
  const personOf = ({ token, userId }: (typeof people)[number]) => ({
    userId,
    enter: () => api.mutate("waitingRoom.enter", { performanceId }, token),
    leave: () => api.mutate("waitingRoom.leave", { performanceId }, token),
    status: () => api.query("waitingRoom.status", { performanceId }, token),
    claim: (place: number) =>
      api.mutate("seating.claim", { performanceId, places: [place] }, token),
    confirm: ({ holdId }: Hold) => {
      const bookingId = BookingId.parse(Bun.randomUUIDv7())
      return api.mutate("booking.confirm", { performanceId, holdId, bookingId }, token)
    },
  })
  return { api, performanceId, people: people.map(personOf) }
}

/** All that a line is, as Redis has it. */
async function lineOf({ redis }: Stores, { performanceId }: Awaited<ReturnType<typeof mintCrowd>>) {
  const keys = keysOfPerformance(performanceId)
  return {
    line: await redis.zrange(keys.line, 0, "-1", "WITHSCORES"),
    absent: await redis.zrange(keys.absent, 0, "-1", "WITHSCORES"),
    admitted: await redis.zrange(keys.admitted, 0, "-1", "WITHSCORES"),
    people: await redis.hgetall(keys.people),
    draws: await redis.get(keys.draws),
    pace: await redis.hgetall(keys.pace),
    recent: await redis.lrange(keys.recent, 0, -1),
  }
}

test("a line outlives kill -9 of a Redis that keeps what it knows, and begins anew where it was lost", async () => {
  const { url: redisUrl, program } = ownRedis()
  let running = await program.start()
  await openTestStores().then(closeStores)
  const stores = await openStores({ databaseUrl: testStoreUrls().databaseUrl, redisUrl }, () => {})
  const crowd = await mintCrowd(stores, { capacity: 20, room: { capacity: 2, perMinute: 60 } }, 20)
  const lobby = await mintCrowd(stores, { room: { hasDraw: true }, saleOpensInMs: HOUR_MS }, 20)
  const { performanceId, people } = crowd
  const [buyer, away, second, third, stranger] = people
  if (!buyer || !away || !second || !third || !stranger) throw new Error("There are twenty.")
  const tick = async () => {
    await passTime(stores, performanceId, MINUTE_MS)
    return tickRoom(stores, performanceId)
  }
  for (const person of people) await person.enter()
  for (const person of lobby.people) await person.enter()
  for (const person of lobby.people.slice(0, 5)) await person.leave()
  await goAway(stores, performanceId, [away.userId])
  await tick()
  const { data: hold } = await buyer.claim(7)
  expect((await buyer.confirm(hold as Hold)).status).toBe(200)
  await tick()
  await tick()
  const before = [await lineOf(stores, crowd), await lineOf(stores, lobby)]
  expect(before[0]?.admitted).toHaveLength(4)

  // Redis writes before it answers: what a person was told outlives its process. Only a power cut can take the
  // last second, for the disk is asked once in that time.
  kill()
  await running.ended
  await until(async () => (await second.status()).status !== 200)
  const askedAt = performance.now()
  for (const answer of [await third.enter(), await third.status(), await third.leave()]) {
    expect([answer.status, answer.refusal?.code]).toEqual([503, "STORE_UNAVAILABLE"])
    expect(answer.refusal).toHaveProperty("retryAfterMs")
  }
  expect(performance.now() - askedAt).toBeLessThan(ANSWERED_MS_MAX)

  running = await program.start()
  await until(async () => (await third.claim(3)).refusal?.code !== "STORE_UNAVAILABLE")
  expect([await lineOf(stores, crowd), await lineOf(stores, lobby)]).toEqual(before)
  expect((await second.claim(2)).status).toBe(200)
  expect((await stranger.claim(4)).refusal).toEqual({ code: "NOT_ADMITTED" })
  expect((await away.enter()).data).toMatchObject({ state: "waiting", position: 1 })

  // Without anything that it knew: everybody has to enter again, and what is sold stays sold.
  const { lineId } = (await stranger.status()).data as Standing
  await stores.redis.flushall()
  const lost = (await stranger.status()).data as Standing
  expect(lost).toMatchObject({ state: "absent", waiting: 0, left: [19] })
  expect(lost.lineId).not.toBe(lineId)
  expect((await second.claim(2)).refusal).toEqual({ code: "NOT_ADMITTED" })
  const again = (await stranger.enter()).data as Standing
  expect(again).toMatchObject({ state: "waiting", position: 1 })
  expect([lineId, lost.lineId]).not.toContain(again.lineId)
  expect((await buyer.enter()).data).toMatchObject({ position: 2 })
  await tick()
  expect((await stranger.claim(7)).refusal).toEqual({ code: "PLACES_TAKEN", places: [7] })
  expect((await stranger.claim(8)).status).toBe(200)
  expect([...crowd.api.defects, ...lobby.api.defects]).toEqual([])
  await closeStores(stores)
  await running.stop()
}, 30_000)
