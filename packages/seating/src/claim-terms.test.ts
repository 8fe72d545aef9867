import { describe, expect, test } from "bun:test"
import type { PerformanceId } from "@podo/contract/ids"
import { mintPerformance, mintUserId } from "@podo/db/testing"
import { openTestStores } from "@podo/stores/testing"
import { keysOfPerformance } from "@podo/redis/performance-keys"
import { claimPlaces } from "./claim-places.ts"
import { reconcilePerformance } from "./reconcile-performance.ts"

const stores = await openTestStores()
const PRICES = { old: 50_000, new: 80_000 }

/** Somebody at the desk changes the price, in another process. */
async function raisePrice(performanceId: PerformanceId) {
  const { db } = stores
  const areas = db.updateTable("performanceArea").where("performanceId", "=", performanceId)
  await areas.set({ price: PRICES.new }).execute()
  const row = db.updateTable("performance").where("id", "=", performanceId)
  await row.set(({ eb }) => ({ version: eb("version", "+", 1) })).execute()
}

/** The price of two places in each way of claiming them. */
async function totals(performanceId: PerformanceId, on = stores) {
  const named = await claimPlaces(on, mintUserId(), { performanceId, places: [0, 9] })
  const best = await claimPlaces(on, mintUserId(), { performanceId, quantity: 2 })
  const prices = { performanceId, quantity: 1, price: named.total / 2 }
  const graded = await claimPlaces(on, mintUserId(), prices)
  return [named.total, best.total, graded.total * 2]
}

describe("a claim costs what the terms say that Redis goes by", () => {
  test("where they are newer than those that the process knows", async () => {
    const { performanceId } = await mintPerformance(stores, { price: PRICES.old })
    await claimPlaces(stores, mintUserId(), { performanceId, places: [5] })
    await raisePrice(performanceId)
    await reconcilePerformance(stores, performanceId)
    expect(await totals(performanceId)).toEqual([160_000, 160_000, 160_000])
  })

  test("where they are older than MySQL's, for it has not heard of those yet", async () => {
    const { performanceId } = await mintPerformance(stores, { price: PRICES.old })
    await claimPlaces(stores, mintUserId(), { performanceId, places: [5] })
    await raisePrice(performanceId)
    // This process knows the newer ones, from MySQL.
    const another = await openTestStores()
    expect(await totals(performanceId, another)).toEqual([100_000, 100_000, 100_000])
  })

  test("whatever version it has made up", async () => {
    const { performanceId } = await mintPerformance(stores, { price: PRICES.old })
    await claimPlaces(stores, mintUserId(), { performanceId, places: [5] })
    await stores.redis.hset(keysOfPerformance(performanceId).sale, "version", 99)
    expect(await totals(performanceId)).toEqual([100_000, 100_000, 100_000])
  })
})
