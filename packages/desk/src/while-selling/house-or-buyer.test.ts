import { describe, expect, test } from "bun:test"
import { listWithheld } from "@podo/catalog/performances.queries"
import { BookingId, type PerformanceId } from "@podo/contract/ids"
import { barrier, race, refusalOf } from "@podo/db/racing"
import { mintUserId } from "@podo/db/testing"
import { openEmptiedStores } from "@podo/stores/testing"
import { keysOfPerformance } from "@podo/redis/performance-keys"
import { beginConfirm } from "@podo/seating/begin-confirm"
import { claimPlaces } from "@podo/seating/claim-places"
import { readAvailability } from "@podo/seating/read-availability"
import { forgetPlaces } from "@podo/seating/testing"
import { cancelBooking } from "@podo/booking/cancel-booking"
import { confirmBooking } from "@podo/booking/confirm-booking"
import { relayOutbox } from "@podo/booking/relay-outbox"
import { commitBooking, book } from "@podo/booking/testing"
import { mintSale } from "../testing/sales.ts"
import { makeDue } from "@podo/booking/testing.queries"
import { verifyPerformance } from "@podo/booking/verify-performance"

const stores = await openEmptiedStores()

const placesIn = async (performanceId: PerformanceId) =>
  (await readAvailability(stores, { performanceId })).places

const driftOf = async (performanceId: PerformanceId) =>
  (await verifyPerformance(stores, performanceId)).drift

const withheldOf = (performanceId: PerformanceId) => listWithheld(stores.db, performanceId)

describe("a place is the house's or a buyer's", () => {
  test("when both want it at the same moment, also while Redis forgets", async () => {
    for (let round = 0; round < 12; round++) {
      const { performanceId, withhold } = await mintSale(stores)
      const user = mintUserId()
      await placesIn(performanceId)
      const attempts = [
        async () => void (await withhold([3])),
        async () => void (await book(stores, user, { performanceId, places: [3] })),
        ...(round % 2 ? [() => forgetPlaces(stores, performanceId)] : []),
      ]
      await race(attempts.length, async (runner) => attempts[runner]?.())
      const owners = stores.db.selectFrom("soldPlace").where("performanceId", "=", performanceId)
      expect((await owners.select("place").execute()).length).toBeLessThanOrEqual(1)
      await makeDue(stores, [performanceId])
      await relayOutbox(stores)
      expect(await driftOf(performanceId)).toEqual([])
    }
  })

  // Without this control the test above would also pass if nothing ever raced.
  test("and the race is real: look-then-take gives it to both", async () => {
    const { performanceId } = await mintSale(stores)
    await placesIn(performanceId)
    const { places } = keysOfPerformance(performanceId)
    const bothHaveLooked = barrier(2)
    const took = await Promise.all(
      ["x", "h"].map(async (state) => {
        const seen = await stores.redis.getrange(places, 3, 3)
        await bothHaveLooked()
        if (seen !== ".") return false
        await stores.redis.setrange(places, 3, state)
        return true
      }),
    )
    expect(took).toEqual([true, true])
  })

  test("and who confirms what the house took after Redis lost its memory is refused", async () => {
    const { performanceId, withhold } = await mintSale(stores)
    const [userId, bookingId] = [mintUserId(), BookingId.parse(Bun.randomUUIDv7())]
    const { holdId } = await claimPlaces(stores, userId, { performanceId, places: [3, 4] })
    const confirming = { performanceId, holdId, bookingId, userId }
    const begun = await beginConfirm(stores, confirming)
    await forgetPlaces(stores, performanceId)
    await withhold([4])
    const late = await refusalOf(commitBooking(stores, confirming, begun?.places ?? []))
    expect(late.code).toBe("PLACES_TAKEN")
    expect(await placesIn(performanceId)).toBe("....x.....")
    // The whole way says which place it was, and leaves the others open.
    await stores.redis.setrange(keysOfPerformance(performanceId).places, 4, ".")
    const again = await claimPlaces(stores, userId, { performanceId, places: [3, 4] })
    const confirm = confirmBooking(stores, userId, { ...confirming, holdId: again.holdId })
    expect(await refusalOf(confirm)).toEqual({ code: "PLACES_TAKEN", places: [4] })
    expect(await placesIn(performanceId)).toBe("....x.....")
  })

  test("and the house is refused what was booked while Redis had lost its memory", async () => {
    const { performanceId, withhold } = await mintSale(stores)
    const userId = mintUserId()
    const { holdId } = await claimPlaces(stores, userId, { performanceId, places: [3, 4] })
    const bookingId = BookingId.parse(Bun.randomUUIDv7())
    const confirming = { performanceId, holdId, bookingId, userId }
    await beginConfirm(stores, confirming)
    await forgetPlaces(stores, performanceId)
    await placesIn(performanceId)
    await commitBooking(stores, confirming, [3, 4])
    expect(await refusalOf(withhold([4, 5]))).toEqual({ code: "PLACES_TAKEN", places: [4] })
    expect(await withheldOf(performanceId)).toEqual([])
    await makeDue(stores, [bookingId])
    await relayOutbox(stores)
    expect(await placesIn(performanceId)).toBe("...bb.....")
    expect(await driftOf(performanceId)).toEqual([])
  })

  test("and a late word about a cancelled booking does not open what the house has now", async () => {
    const { performanceId, withhold } = await mintSale(stores)
    const user = mintUserId()
    const { bookingId } = await book(stores, user, { performanceId, places: [3] })
    await cancelBooking(stores, user, { bookingId })
    await withhold([3])
    await makeDue(stores, [bookingId, performanceId])
    await relayOutbox(stores)
    expect(await placesIn(performanceId)).toBe("...x......")
    expect(await driftOf(performanceId)).toEqual([])
  })
})
