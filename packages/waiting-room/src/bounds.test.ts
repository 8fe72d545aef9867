import { describe, expect, test } from "bun:test"
import type { PerformanceId } from "@podo/contract/ids"
import { mintPerformance } from "@podo/db/testing"
import { openTestStores } from "@podo/stores/testing"
import { keysOfPerformance } from "@podo/redis/performance-keys"
import { leaveRoom } from "./leave-room.ts"
import { goAway, mintLine, passTime } from "./testing/testing.ts"
import { tickRoom } from "./tick-room.ts"

const stores = await openTestStores()
const MINUTE_MS = 60_000
// A script that Redis does not know yet is sent again, and would come after those that were sent with it.
await tickRoom(stores, (await mintPerformance(stores, { room: {} })).performanceId)

async function lineAt(room: { capacity?: number; perMinute?: number }, people = 1_000) {
  const { performanceId } = await mintPerformance(stores, {
    room: { capacity: 10_000, perMinute: 60_000, ...room },
  })
  return { performanceId, users: await mintLine(stores, performanceId, people) }
}

const tick = async (performanceId: PerformanceId) =>
  (await tickRoom(stores, performanceId)).admitted

/** How many come in while some ms go by, in ticks so far apart: all of them sent at once, and done in this order. */
async function tickFor(performanceId: PerformanceId, ms: number, eachMs: number) {
  const steps = Array.from({ length: ms / eachMs }, async () => {
    const passed = passTime(stores, performanceId, eachMs)
    const admitted = await tick(performanceId)
    await passed
    return admitted
  })
  return (await Promise.all(steps)).reduce((sum, admitted) => sum + admitted, 0)
}

const setTerms = (performanceId: PerformanceId, terms: { perMinute?: number; capacity?: number }) =>
  stores.redis.hset(keysOfPerformance(performanceId).room, terms)

/** How many commands Redis carries out for one tick, those of its script included. */
async function commandsOfTick(performanceId: PerformanceId) {
  await stores.redis.config("RESETSTAT")
  const ticked = await tickRoom(stores, performanceId)
  const stats = await stores.redis.info("commandstats")
  const calls = [...stats.matchAll(/calls=(\d+)/g)].map(([, count]) => Number(count))
  return { ...ticked, commands: calls.reduce((sum, count) => sum + count, 0) }
}

describe("the rate of a room", () => {
  test("is kept up for as long as the line lasts, however often somebody ticks", async () => {
    const { performanceId } = await lineAt({ perMinute: 600 })
    await tick(performanceId)
    // Closer together than the steps in which admissions are counted.
    expect(await tickFor(performanceId, 75_000, 200)).toBeWithin(725, 765)
  })

  test("is one a minute where it says so", async () => {
    const { performanceId } = await lineAt({ perMinute: 1 })
    expect(await tick(performanceId)).toBe(1)
    expect(await tickFor(performanceId, MINUTE_MS - 1_000, 1_000)).toBe(0)
    expect(await tickFor(performanceId, 2_000, 1_000)).toBe(1)
    expect(await tickFor(performanceId, MINUTE_MS - 2_000, 1_000)).toBe(0)
  })

  test("is not made up for after a stand-still: it goes on with one second's worth", async () => {
    const { performanceId } = await lineAt({ perMinute: 600 })
    await tick(performanceId)
    await passTime(stores, performanceId, 60 * MINUTE_MS)
    expect(await tick(performanceId)).toBe(10)
  })

  test("holds at once when it is lowered, for the minute that has begun as well", async () => {
    const { performanceId } = await lineAt({ perMinute: 600 })
    expect(await tickFor(performanceId, 10_000, 500)).toBeWithin(95, 115)
    await setTerms(performanceId, { perMinute: 60 })
    expect(await tickFor(performanceId, 49_000, 1_000)).toBe(0)
    expect(await tickFor(performanceId, MINUTE_MS, 1_000)).toBeWithin(50, 61)
  })

  test("holds at once when it is raised", async () => {
    const { performanceId } = await lineAt({ perMinute: 60 })
    expect(await tickFor(performanceId, 10_000, 500)).toBeWithin(9, 13)
    await setTerms(performanceId, { perMinute: 600 })
    expect(await tickFor(performanceId, 10_000, 500)).toBeWithin(95, 115)
  })
})

describe("the capacity of a room", () => {
  test("that is lowered sends nobody out, and lets nobody in before there is room", async () => {
    const { performanceId, users } = await lineAt({ capacity: 10 })
    expect(await tick(performanceId)).toBe(10)
    await setTerms(performanceId, { capacity: 4 })
    const [last, ...others] = users.slice(0, 8)
    for (const [gone, user] of others.entries()) {
      await passTime(stores, performanceId, MINUTE_MS)
      const inside = 10 - gone
      expect(await tickRoom(stores, performanceId)).toMatchObject({ admitted: 0, inside })
      await leaveRoom(stores, user, { performanceId })
    }
    if (last) await leaveRoom(stores, last, { performanceId })
    expect(await tickRoom(stores, performanceId)).toMatchObject({ admitted: 2, inside: 4 })
  })
})

describe("one tick", () => {
  test("asks Redis for as much in a line of ten thousand as in one of ten", async () => {
    const [short, long] = [
      await lineAt({ perMinute: 600 }, 30),
      await lineAt({ perMinute: 600 }, 10_000),
    ]
    const commands: number[] = []
    for (const { performanceId } of [short, long]) {
      await tick(performanceId)
      await passTime(stores, performanceId, 1_000)
      const done = await commandsOfTick(performanceId)
      expect(done.admitted).toBe(10)
      commands.push(done.commands)
    }
    const [few = 0, many = 0] = commands
    // The minute may turn, or the line be told, in one of them.
    expect(Math.abs(many - few)).toBeLessThan(8)
  })

  test("passes over so many at most, with little work, and the next one goes on", async () => {
    const { performanceId, users } = await lineAt({ perMinute: 60 }, 5_000)
    const vanished = users.slice(0, -1)
    await goAway(stores, performanceId, vanished)
    const done = []
    for (let ticks = 0; ticks < 3; ticks++) done.push(await commandsOfTick(performanceId))
    expect(done.map(({ noShows }) => noShows)).toEqual([2_000, 2_000, 999])
    expect(done.map(({ admitted }) => admitted)).toEqual([0, 0, 1])
    for (const { commands } of done) expect(commands).toBeLessThan(500)
  })
})
