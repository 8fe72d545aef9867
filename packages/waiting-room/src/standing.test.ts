import { describe, expect, test } from "bun:test"
import type { UserId } from "@podo/contract/ids"
import { mintPerformance } from "@podo/db/testing"
import { openTestStores } from "@podo/stores/testing"
import { keysOfPerformance } from "@podo/redis/performance-keys"
import { claimPlaces } from "@podo/seating/claim-places"
import { leaveRoom } from "./leave-room.ts"
import { readStanding } from "./read-standing.ts"
import { goAway, mintLine, passTime } from "./testing/testing.ts"
import { tickRoom } from "./tick-room.ts"

const stores = await openTestStores()

/** Forty people at a room for four, open for some minutes; the last of them asks. */
async function lineOfForty(capacity = 40) {
  const { performanceId } = await mintPerformance(stores, {
    capacity,
    room: { capacity: 4, perMinute: 60_000, whenSoldOut: "keep" },
  })
  const users = await mintLine(stores, performanceId, 40)
  const last = users.at(-1) as UserId
  await tickRoom(stores, performanceId)
  return { performanceId, users, ask: () => readStanding(stores, last, { performanceId }) }
}

describe("how long it takes", () => {
  test("is told out of who came out: at first everybody inside may stay to the end", async () => {
    const { performanceId, users, ask } = await lineOfForty()
    const atFirst = await ask()
    // 36 wait, four go in at once, and nobody stays longer than five minutes.
    expect(atFirst).toMatchObject({ position: 36, etaSeconds: { to: 3_002 } })
    for (const user of users.slice(0, 12)) {
      await leaveRoom(stores, user, { performanceId })
      await passTime(stores, performanceId, 1_000)
      await tickRoom(stores, performanceId)
    }
    const measured = await ask()
    expect(measured.position).toBe(24)
    expect(measured.etaSeconds?.to).toBeLessThan(1_000)
  })

  test("is less where many of those ahead are gone, as far as it was seen so far", async () => {
    const { performanceId, users, ask } = await lineOfForty()
    await goAway(stores, performanceId, users.slice(4, 24))
    await leaveRoom(stores, users[0] as UserId, { performanceId })
    await passTime(stores, performanceId, 1_000)
    expect(await tickRoom(stores, performanceId)).toMatchObject({ admitted: 1, noShows: 20 })
    const { position, etaSeconds } = await ask()
    expect(position).toBe(15)
    // All fifteen at the worst: nearly four times all who are inside, and those.
    expect(etaSeconds?.to).toBeLessThan(1_000)
  })

  test("is told to nobody while no worker ticks, until one does again", async () => {
    const { performanceId, ask } = await lineOfForty()
    expect(await ask()).toHaveProperty("etaSeconds")
    const { pace } = keysOfPerformance(performanceId)
    const counted = JSON.parse((await stores.redis.hget(pace, "counted")) ?? "")
    const longAgo = JSON.stringify({ ...counted, at: Date.now() - 60_000 })
    await stores.redis.hset(pace, "counted", longAgo)
    const stopped = await ask()
    expect(stopped).not.toHaveProperty("etaSeconds")
    // All of them at once would not bring the worker back.
    expect(stopped.askAgainMs).toBeGreaterThanOrEqual(15_000)
    await stores.redis.hdel(pace, "counted")
    expect(await ask()).not.toHaveProperty("etaSeconds")
    await tickRoom(stores, performanceId)
    expect(await ask()).toHaveProperty("etaSeconds")
  })

  test("is told to nobody while nobody is let in", async () => {
    const { performanceId, users, ask } = await lineOfForty(4)
    const { room } = keysOfPerformance(performanceId)
    await stores.redis.hset(room, "paused", 1)
    expect(await ask()).toMatchObject({ state: "waiting", position: 36 })
    expect(await ask()).not.toHaveProperty("etaSeconds")
    await stores.redis.hset(room, "paused", 0)
    expect(await ask()).toHaveProperty("etaSeconds")
    const [first] = users as [UserId]
    await claimPlaces(stores, first, { performanceId, places: [0, 1, 2, 3] })
    expect(await ask()).toMatchObject({ state: "waiting", left: [0] })
    expect(await ask()).not.toHaveProperty("etaSeconds")
  })
})
