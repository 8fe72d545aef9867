import { describe, expect, test } from "bun:test"
import { mintUserId, openTestStores } from "@podo/db/testing"
import { keysOfPerformance } from "@podo/redis/performance-keys"
import { claimPlaces } from "@podo/seating/claim-places"
import { lapseHold, letReturn } from "@podo/seating/testing"
import { PerformanceId } from "@podo/contract/ids"
import { repairPerformance } from "./repair-performance.ts"
import { sweepPerformance } from "./sweep.ts"
import { book, mintSale } from "./testing.ts"
import { verifyPerformance } from "./verify-performance.ts"

const stores = await openTestStores()
const names = Object.keys(keysOfPerformance(PerformanceId.parse(Bun.randomUUIDv7())))

/** Something of everything: a booking, a place of the house, one that returns, and a hold whose time runs out. */
async function mintAll() {
  const sale = await mintSale(stores, { limitPerUser: 8 })
  const { performanceId } = sale
  await book(stores, mintUserId(), { performanceId, places: [0, 1] })
  await sale.withhold([9])
  const { holdId } = await claimPlaces(stores, mintUserId(), { performanceId, places: [2] })
  await lapseHold(stores, performanceId, holdId)
  await sweepPerformance(stores, performanceId)
  const held = await claimPlaces(stores, mintUserId(), { performanceId, places: [4, 5] })
  return { performanceId, held }
}

describe("one key of a performance that Redis has lost", () => {
  test("keeps no place from the sale, and lets none be sold twice, once the verifier has looked", async () => {
    const open = await Promise.all(names.map(async (name) => [name, await loseKey(name)]))
    expect(Object.fromEntries(open)).toEqual(
      Object.fromEntries(names.map((name) => [name, [2, 3, 4, 5, 6, 7, 8]])),
    )
  })
})

/** What can be had in the end of a performance that has lost this key. */
async function loseKey(name: string) {
  const { performanceId, held } = await mintAll()
  const key = new Map(Object.entries(keysOfPerformance(performanceId))).get(name) ?? ""
  await stores.redis.del(key)
  await repairPerformance(stores, await verifyPerformance(stores, performanceId))
  await lapseHold(stores, performanceId, held.holdId)
  await sweepPerformance(stores, performanceId)
  await letReturn(stores, performanceId)
  const { drift } = await verifyPerformance(stores, performanceId)
  if (drift.length > 0) return drift
  return (await claimPlaces(stores, mintUserId(), { performanceId, quantity: 7 })).places
}
