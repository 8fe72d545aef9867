import { describe, expect, test } from "bun:test"
import { Area, type PerformanceId } from "@podo/contract/ids"
import { until } from "@podo/db/racing"
import { countLockingReads, mintPerformance, mintUserId } from "@podo/db/testing"
import { openEmptiedStores } from "@podo/stores/testing"
import { inTransaction } from "@podo/db/transaction"
import { beginConfirm } from "@podo/seating/begin-confirm"
import { claimPlaces } from "@podo/seating/claim-places"
import { readAvailability } from "@podo/seating/read-availability"
import { endConfirm } from "@podo/seating/release-hold"
import { settleConfirm } from "@podo/seating/settle-confirm"
import { lapseConfirm, letReturn } from "@podo/seating/testing"
import { cancelBooking } from "./cancel-booking.ts"
import { confirmBooking } from "./confirm-booking.ts"
import { relayOutbox } from "./relay-outbox.ts"
import { sweepPerformance } from "./sweep.ts"
import { dieConfirming } from "./testing/testing.ts"
import { verifyPerformance } from "./verify-performance.ts"
import { insertBooking, insertPlaces, raiseQuota } from "./testing/bookings.queries.ts"

const stores = await openEmptiedStores()
const AREA = Area.parse("floor")

const placesIn = async (performanceId: PerformanceId) =>
  (await readAvailability(stores, { performanceId })).places

const driftOf = async (performanceId: PerformanceId) =>
  (await verifyPerformance(stores, performanceId)).drift

describe("a process that dies while it confirms", () => {
  test("after the commit has sold the places: the sweeper never frees them", async () => {
    const { performanceId } = await mintPerformance(stores)
    await dieConfirming(stores, mintUserId(), performanceId, true)
    await sweepPerformance(stores, performanceId)
    expect(await placesIn(performanceId)).toBe("...bb.....")
    expect(await driftOf(performanceId)).toEqual([])
  })

  // Without this control the test above would also pass if nobody had to ask MySQL.
  test("and the danger is real: freed without asking, what is sold looks open", async () => {
    const { performanceId } = await mintPerformance(stores)
    const confirming = await dieConfirming(stores, mintUserId(), performanceId, true)
    await endConfirm(stores, confirming, "refused")
    expect(await placesIn(performanceId)).toBe("..........")
    expect(await driftOf(performanceId)).not.toEqual([])
  })

  test("before the commit has sold nothing: the sweeper lets them return", async () => {
    const { performanceId } = await mintPerformance(stores)
    await dieConfirming(stores, mintUserId(), performanceId, false)
    await sweepPerformance(stores, performanceId)
    expect(await placesIn(performanceId)).toBe("...hh.....")
    await letReturn(stores, performanceId)
    expect(await placesIn(performanceId)).toBe("..........")
    expect(await driftOf(performanceId)).toEqual([])
  })

  test("leaves a booking that its client finds by sending again", async () => {
    const { performanceId } = await mintPerformance(stores)
    const user = mintUserId()
    const { holdId, bookingId } = await dieConfirming(stores, user, performanceId, true)
    const booking = await confirmBooking(stores, user, { bookingId, performanceId, holdId })
    expect(booking.places.map(({ place }) => place)).toEqual([3, 4])
  })

  test("leaves an outbox that tells Redis what was sold", async () => {
    const { performanceId } = await mintPerformance(stores)
    await dieConfirming(stores, mintUserId(), performanceId, true)
    await until(async () => {
      await relayOutbox(stores)
      return (await placesIn(performanceId)) === "...bb....."
    })
    expect(await driftOf(performanceId)).toEqual([])
  })

  test("and whose booking is cancelled before it comes back changes nothing any more", async () => {
    const { performanceId } = await mintPerformance(stores)
    const user = mintUserId()
    const confirming = await dieConfirming(stores, user, performanceId, true)
    await cancelBooking(stores, user, { bookingId: confirming.bookingId })
    await letReturn(stores, performanceId)
    expect(await placesIn(performanceId)).toBe("..........")
    await confirmBooking(stores, user, confirming)
    await sweepPerformance(stores, performanceId)
    expect(await placesIn(performanceId)).toBe("..........")
    expect(await driftOf(performanceId)).toEqual([])
  })

  test("under an id that belongs to another booking has sold nothing: the sweeper lets them return", async () => {
    const { performanceId } = await mintPerformance(stores)
    const { bookingId } = await dieConfirming(stores, mintUserId(), performanceId, true)
    await sweepPerformance(stores, performanceId)
    const userId = mintUserId()
    const { holdId } = await claimPlaces(stores, userId, { performanceId, places: [7] })
    await beginConfirm(stores, { performanceId, holdId, bookingId, userId })
    await lapseConfirm(stores, performanceId, holdId)
    await sweepPerformance(stores, performanceId)
    await letReturn(stores, performanceId)
    expect(await placesIn(performanceId)).toBe("...bb.....")
    expect(await driftOf(performanceId)).toEqual([])
  })

  test("before the commit but not yet dead: the sweeper waits for what is being written", async () => {
    const { performanceId } = await mintPerformance(stores)
    const confirming = await dieConfirming(stores, mintUserId(), performanceId, false)
    const commit = Promise.withResolvers<void>()
    const written = Promise.withResolvers<void>()
    const { bookingId: id, holdId, userId } = confirming
    const booking = { id, performanceId, holdId, userId, total: 100_000, currency: "KRW" }
    const area = AREA
    const places = [3, 4].map((place) => ({ place, area, price: 50_000 }))
    const writing = inTransaction(stores.db, async (trx) => {
      await insertBooking(trx, booking)
      await insertPlaces(trx, booking, places)
      await raiseQuota(trx, booking, places.length)
      written.resolve()
      await commit.promise
    })
    await written.promise
    let isSwept = false
    const sweeping = sweepPerformance(stores, performanceId).finally(() => (isSwept = true))
    await until(async () => isSwept || (await countLockingReads(stores.db)) > 0).finally(() =>
      commit.resolve(),
    )
    await Promise.all([writing, sweeping])
    expect(await placesIn(performanceId)).toBe("...bb.....")
    expect(await driftOf(performanceId)).toEqual([])
  })

  test("or only paused until its booking was cancelled: its late word counts no more", async () => {
    const { performanceId } = await mintPerformance(stores)
    const user = mintUserId()
    const confirming = await dieConfirming(stores, user, performanceId, true)
    await cancelBooking(stores, user, { bookingId: confirming.bookingId })
    expect(await settleConfirm(stores, confirming, [3, 4])).toBe(false)
    await letReturn(stores, performanceId)
    expect(await placesIn(performanceId)).toBe("..........")
    expect(await driftOf(performanceId)).toEqual([])
  })
})
