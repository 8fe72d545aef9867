import { describe, expect, test } from "bun:test"
import type { PerformanceId, UserId } from "@podo/contract/ids"
import { refusalOf } from "@podo/db/racing"
import { mintPerformance, mintUserId } from "@podo/db/testing"
import { openTestStores } from "@podo/stores/testing"
import { keysOfPerformance } from "@podo/redis/performance-keys"
import { drawOf } from "./draw/draw-of.ts"
import { enterRoom } from "./enter-room.ts"
import { seedOf } from "./seeds.ts"
import { endAdmissions, goAway } from "./testing/testing.ts"
import { tickRoom } from "./tick-room.ts"

const stores = await openTestStores()
const HOUR_MS = 3_600_000

const people = (count: number) => Array.from({ length: count }, mintUserId)

const enterAll = (performanceId: PerformanceId, users: UserId[]) =>
  Promise.all(users.map((user) => enterRoom(stores, user, { performanceId })))

const lineOf = (performanceId: PerformanceId) =>
  stores.redis.zrange(keysOfPerformance(performanceId).line, 0, "-1")

async function countedIn(performanceId: PerformanceId) {
  const minutes = await stores.redis.hgetall(keysOfPerformance(performanceId).lineMinutes)
  return Object.entries(minutes)
    .filter(([field]) => field.endsWith(":e"))
    .reduce((sum, [, count]) => sum + Number(count), 0)
}

/** How many scripts ran while something was done, of whoever. */
async function scriptsOf(act: () => Promise<unknown>) {
  await stores.redis.config("RESETSTAT")
  await act()
  const stats = await stores.redis.info("commandstats")
  return Number(/cmdstat_evalsha:calls=(\d+)/.exec(stats)?.[1] ?? 0)
}

describe("people who enter at the same moment", () => {
  test("share one step, and stand in the order in which they came", async () => {
    const { performanceId } = await mintPerformance(stores, { room: {} })
    const [first, ...others] = people(201) as [UserId, ...UserId[]]
    await enterAll(performanceId, [first])
    expect(await scriptsOf(() => enterAll(performanceId, others))).toBe(1)
    expect(await lineOf(performanceId)).toEqual([first, ...others])
    // Those who come one by one have a step each: nobody waits for company.
    const late = people(3)
    const apart = async () => {
      for (const user of late) await enterAll(performanceId, [user])
    }
    expect(await scriptsOf(apart)).toBe(3)
  })

  test("each hear where they stand themselves", async () => {
    const { performanceId } = await mintPerformance(stores, {
      capacity: 10,
      room: { capacity: 1, perMinute: 60_000, whenSoldOut: "keep" },
    })
    const [inside, passedOver, over, waiting, fresh, next] = people(6) as [
      UserId,
      UserId,
      UserId,
      UserId,
      UserId,
      UserId,
    ]
    await enterAll(performanceId, [over, passedOver, inside, waiting])
    await tickRoom(stores, performanceId)
    await endAdmissions(stores, performanceId, [over])
    await goAway(stores, performanceId, [passedOver])
    await tickRoom(stores, performanceId)
    const all = await enterAll(performanceId, [inside, fresh, passedOver, over, waiting, next])
    expect(all.map(({ state, ahead }) => [state, ahead])).toEqual([
      ["admitted", undefined],
      ["waiting", 2],
      ["waiting", 0],
      ["waiting", 3],
      ["waiting", 1],
      ["waiting", 4],
    ])
    expect(all.map(({ admittedUntil }) => admittedUntil !== undefined)).toEqual([
      true,
      ...Array.from({ length: 5 }, () => false),
    ])
    expect(new Set(all.map(({ waiting: count }) => count))).toEqual(new Set([5]))
  })

  test.each([true, false])(
    "have one place each, also who comes in two tabs at once (a draw: %p)",
    async (hasDraw) => {
      const { performanceId } = await mintPerformance(stores, {
        saleOpensInMs: HOUR_MS,
        room: { hasDraw },
      })
      const some = people(5)
      const twice = some.flatMap((user) => [user, user])
      const standings = await enterAll(performanceId, twice)
      expect(standings.map(({ state }) => state)).toEqual(twice.map(() => "lobby"))
      expect((await lineOf(performanceId)).toSorted()).toEqual(some.toSorted())
      expect(await countedIn(performanceId)).toBe(5)
      const { draws, pace } = keysOfPerformance(performanceId)
      const seed = await seedOf(stores, performanceId)
      const drawn = some.map((user) => drawOf(seed, performanceId, user)).join("")
      expect(await stores.redis.get(draws)).toBe(hasDraw ? drawn : null)
      expect(await stores.redis.hget(pace, "seq")).toBe(hasDraw ? null : "5")
    },
  )

  test("go on behind the last one where Redis has lost the numbers", async () => {
    const { performanceId } = await mintPerformance(stores, { room: {} })
    const before = people(5)
    await enterAll(performanceId, before)
    await stores.redis.hdel(keysOfPerformance(performanceId).pace, "seq")
    const [after, later] = [people(3), people(2)]
    await enterAll(performanceId, after)
    await enterAll(performanceId, later)
    expect(await lineOf(performanceId)).toEqual([...before, ...after, ...later])
  })

  test("are refused together where the room is off", async () => {
    const { performanceId } = await mintPerformance(stores, { room: {} })
    await enterAll(performanceId, people(1))
    await stores.redis.hset(keysOfPerformance(performanceId).sale, "waitingRoom", 0)
    const enter = (user: UserId) => refusalOf(enterRoom(stores, user, { performanceId }))
    const scripts = await scriptsOf(async () => {
      const refusals = await Promise.all(people(8).map(enter))
      expect(refusals).toEqual(refusals.map(() => ({ code: "NOT_FOUND", what: "waiting-room" })))
    })
    expect(scripts).toBe(1)
  })
})
