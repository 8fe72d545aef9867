import { describe, expect, test } from "bun:test"
import { PerformanceId } from "@podo/contract/ids"
import { mintUserId } from "@podo/db/testing"
import { openTestStores } from "@podo/stores/testing"
import { keysOfPerformance } from "@podo/redis/performance-keys"
import { claimPlaces } from "@podo/seating/claim-places"
import { readAvailability } from "@podo/seating/read-availability"
import { lapseHold, letReturn } from "@podo/seating/testing"
import { cancelBooking } from "@podo/booking/cancel-booking"
import { repairPerformance } from "@podo/booking/repair-performance"
import { sweepPerformance } from "@podo/booking/sweep"
import { book, dieConfirming } from "@podo/booking/testing"
import { mintSale } from "../testing/sales.ts"
import { verifyPerformance } from "@podo/booking/verify-performance"

const stores = await openTestStores()
const names = Object.keys(keysOfPerformance(PerformanceId.parse(Bun.randomUUIDv7())))

/** A booking, a place that returns, two whose confirmation died, two that are held, and one of the house. */
async function mintAll() {
  const sale = await mintSale(stores, { limitPerUser: 8 })
  const { performanceId } = sale
  const user = mintUserId()
  const { bookingId } = await book(stores, user, { performanceId, places: [0, 1] })
  await sale.withhold([9])
  const gone = await claimPlaces(stores, mintUserId(), { performanceId, places: [2] })
  await lapseHold(stores, performanceId, gone.holdId)
  await sweepPerformance(stores, performanceId)
  await dieConfirming(stores, mintUserId(), performanceId, false)
  const held = await claimPlaces(stores, mintUserId(), { performanceId, places: [5, 6] })
  return { performanceId, user, bookingId, held }
}

/** The places that can be had in the end of a performance that has lost one of its keys. */
async function loseKey(name: string) {
  const { performanceId, user, bookingId, held } = await mintAll()
  await stores.redis.del(new Map(Object.entries(keysOfPerformance(performanceId))).get(name) ?? "")
  await cancelBooking(stores, user, { bookingId })
  await repairPerformance(stores, await verifyPerformance(stores, performanceId))
  await lapseHold(stores, performanceId, held.holdId)
  await sweepPerformance(stores, performanceId)
  await letReturn(stores, performanceId)
  const { drift } = await verifyPerformance(stores, performanceId)
  const { places } = await readAvailability(stores, { performanceId })
  const best = await claimPlaces(stores, mintUserId(), { performanceId, quantity: 8 })
  return { drift, places, best: best.places.length }
}

describe("one key of a performance that Redis has lost", () => {
  test("keeps no place from the sale, once the verifier has looked", async () => {
    const left = await Promise.all(names.map(async (name) => [name, await loseKey(name)] as const))
    for (const [name, found] of left) {
      expect({ name, ...found }).toEqual({ name, drift: [], places: ".........x", best: 8 })
    }
  })
})
