import { describe, expect, test } from "bun:test"
import type { UserId } from "@podo/contract/ids"
import type { Hold } from "@podo/contract/seating"
import { Refused } from "@podo/contract/refusal"
import { randomOf } from "@podo/db/racing"
import { mintUserId } from "@podo/db/testing"
import { openTestStores } from "@podo/stores/testing"
import { keysOfPerformance } from "@podo/redis/performance-keys"
import { claimPlaces } from "@podo/seating/claim-places"
import { releaseHold } from "@podo/seating/release-hold"
import { forgiveLetGo, lapseHold, letReturn } from "@podo/seating/testing"
import { cancelBooking } from "@podo/booking/cancel-booking"
import { confirmBooking } from "@podo/booking/confirm-booking"
import { repairPerformance } from "@podo/booking/repair-performance"
import { mintBookingId } from "@podo/booking/testing"
import { mintSale } from "../testing/sales.ts"
import { driftOfRuns } from "@podo/booking/verify-runs"
import { verifyPerformance } from "@podo/booking/verify-performance"

const stores = await openTestStores()

const ROUNDS = 3
const STEPS_PER_ROUND = 25
const CAPACITY = 60
const USERS = 6
const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 1e9))

/** Rows of ten with an aisle in the middle, places for wheelchairs and companions, and three prices. */
async function mintHouse() {
  const sale = await mintSale(stores, { capacity: CAPACITY, areas: 3, limitPerUser: 8 })
  const { performanceId } = sale
  const ofPerformance = stores.db.selectFrom("performance").where("id", "=", performanceId)
  const { hallId } = await ofPerformance.select("hallId").executeTakeFirstOrThrow()
  const seats = stores.db.updateTable("hallSeat").where("hallId", "=", hallId)
  await seats
    .where("seatNumber", ">", 5)
    .set(({ eb }) => ({ x: eb("x", "+", 200) }))
    .execute()
  await seats.where("place", "in", [3, 24, 45]).set({ wheelchair: true }).execute()
  await seats.where("place", "in", [4, 23, 46]).set({ companion: true }).execute()
  const prices = stores.db.updateTable("performanceArea").where("performanceId", "=", performanceId)
  await prices
    .where("area", "!=", sale.area)
    .set(({ eb }) => ({ price: eb("price", "+", eb.ref("firstPlace")) }))
    .execute()
  return sale
}

type Sale = Awaited<ReturnType<typeof mintHouse>>

/** One of all the ways in which places change hands; what is refused changes nothing, as a rule. */
async function act(sale: Sale, held: Map<UserId, Hold>, random: () => number) {
  const { performanceId } = sale
  const below = (bound: number) => Math.floor(random() * bound)
  const some = [...held][below(held.size)]
  const [userId, hold] = some ?? []
  const first = below(CAPACITY - 4)
  const named = [first, first + 1, first + 3].slice(0, 1 + below(3))
  const asks = [
    { places: named },
    { quantity: 1 + below(6) },
    { quantity: 1 + below(4), area: sale.area },
    { quantity: 2, wheelchairs: 1 },
  ] as const
  const users = [...held.keys()]
  const claimant = users[below(USERS)] ?? mintUserId()
  const dice = below(10)
  if (dice < 5) {
    const ask = asks[below(asks.length)] ?? asks[1]
    const input = "places" in ask ? { places: [...ask.places] } : ask
    held.set(claimant, await claimPlaces(stores, claimant, { performanceId, ...input }))
  }
  if (dice === 5 && hold) await lapseHold(stores, performanceId, hold.holdId)
  if (dice === 6) await sale.withhold(named)
  if (dice === 7) await sale.release(named)
  if (dice === 8) await letReturn(stores, performanceId)
  if (dice < 5 || !userId || !hold) return
  held.delete(userId)
  if (dice === 9) return releaseHold(stores, userId, hold)
  const bookingId = mintBookingId()
  await confirmBooking(stores, userId, { bookingId, performanceId, holdId: hold.holdId })
  if (below(2) === 0) await cancelBooking(stores, userId, { bookingId })
}

describe("the runs of a hall", () => {
  test(`are what its places say, whatever happened to them, SEED=${seed}`, async () => {
    const random = randomOf(seed)
    for (let round = 0; round < ROUNDS; round++) {
      const sale = await mintHouse()
      const held = new Map<UserId, Hold>()
      for (let step = 0; step < STEPS_PER_ROUND; step++) {
        await act(sale, held, random).catch((error: unknown) => {
          if (!(error instanceof Refused)) throw error
        })
        await forgiveLetGo(stores, sale.performanceId)
        expect(await driftOfRuns(stores, sale.performanceId)).toEqual([])
      }
    }
  }, 30_000)

  // Of ". . x . ." the right end is taken, and then both: a stretch one shorter than the longest comes and goes.
  test("follow whoever chooses again among what they hold", async () => {
    const { performanceId } = await mintHouse()
    const user = mintUserId()
    await claimPlaces(stores, mintUserId(), { performanceId, places: [12] })
    for (const places of [[14], [13, 14], [14], [11, 13]]) {
      await claimPlaces(stores, user, { performanceId, places })
      expect(await driftOfRuns(stores, performanceId)).toEqual([])
    }
  })

  test("that are lost or wrong are seen by the verifier, and made right", async () => {
    const { performanceId } = await mintHouse()
    await claimPlaces(stores, mintUserId(), { performanceId, places: [11, 13] })
    const keys = keysOfPerformance(performanceId)
    const [one, two] = await stores.redis.zrange(keys.runs, 0, "1")
    await stores.redis.zrem(keys.runs, one ?? "")
    await stores.redis.zincrby(keys.runs, 3, two ?? "")
    await stores.redis.zadd(keys.runs, 5, "e1-2-1-0-0-o-nowhere")
    await stores.redis.setrange(keys.ranks, 4, "!!")
    const verification = await verifyPerformance(stores, performanceId)
    expect(verification.drift.map(({ what }) => what)).toEqual(["run", "run", "run", "ranks"])
    await repairPerformance(stores, verification)
    expect(await driftOfRuns(stores, performanceId)).toEqual([])
  })
})
