import { describe, expect, test } from "bun:test"
import type { PerformanceId, UserId } from "@podo/contract/ids"
import { refusalOf } from "@podo/db/racing"
import { mintUserId } from "@podo/db/testing"
import { openTestStores } from "@podo/stores/testing"
import { claimPlaces } from "@podo/seating/claim-places"
import { readAvailability } from "@podo/seating/read-availability"
import { forgivenIn, lapseHold } from "@podo/seating/testing"
import { confirmBooking } from "./confirm-booking.ts"
import { book, dieConfirming, mintBookingId } from "./testing/testing.ts"
import { mintPerformance } from "@podo/db/testing"
import { sweepPerformance } from "./sweep.ts"

const stores = await openTestStores()

const MINUTE_MS = 60_000

/** How many holds somebody has let go lately, to the next whole one. */
async function letGo(performanceId: PerformanceId, userId: UserId) {
  const forgiven = (await forgivenIn(stores, performanceId)).get(userId) ?? 0
  return Math.max(0, Math.ceil((forgiven - Date.now()) / MINUTE_MS))
}

const hold = (userId: UserId, performanceId: PerformanceId, ...places: number[]) =>
  claimPlaces(stores, userId, { performanceId, places })

describe("a hold is let go", () => {
  test("not when it becomes a booking, however often", async () => {
    const { performanceId } = await mintPerformance(stores, { capacity: 20, limitPerUser: 20 })
    const user = mintUserId()
    for (let place = 0; place < 12; place++) {
      await book(stores, user, { performanceId, places: [place] })
    }
    expect(await letGo(performanceId, user)).toBe(0)
    expect((await hold(user, performanceId, 15)).places).toEqual([15])
  })

  test("not when the house or somebody else has its places: they may choose again at once", async () => {
    const { performanceId } = await mintPerformance(stores)
    const user = mintUserId()
    const taken = { performanceId, place: 3, bookingId: null }
    const held = await hold(user, performanceId, 3, 4)
    await stores.db.insertInto("soldPlace").values(taken).execute()
    const confirm = confirmBooking(stores, user, { ...held, bookingId: mintBookingId() })
    expect(await refusalOf(confirm)).toEqual({ code: "PLACES_TAKEN", places: [3] })
    expect(await letGo(performanceId, user)).toBe(0)
    expect((await readAvailability(stores, { performanceId })).places).toBe("...x......")
    expect((await hold(user, performanceId, 4, 5)).places).toEqual([4, 5])
  })

  test("not when the process died that was to book it", async () => {
    const { performanceId } = await mintPerformance(stores)
    const user = mintUserId()
    await dieConfirming(stores, user, performanceId, false)
    await sweepPerformance(stores, performanceId)
    expect(await letGo(performanceId, user)).toBe(0)
  })

  test("when it is confirmed under the id of another booking, which gives it back", async () => {
    const { performanceId } = await mintPerformance(stores)
    const user = mintUserId()
    const { bookingId } = await book(stores, user, { performanceId, places: [0] })
    for (let times = 1; times <= 2; times++) {
      const held = await hold(user, performanceId, 1)
      const confirm = confirmBooking(stores, user, { ...held, bookingId })
      expect(await refusalOf(confirm)).toEqual({ code: "BOOKING_ID_TAKEN" })
      expect(await letGo(performanceId, user)).toBe(times)
    }
  })

  test("when it is confirmed too late", async () => {
    const { performanceId } = await mintPerformance(stores)
    const user = mintUserId()
    const held = await hold(user, performanceId, 1)
    await lapseHold(stores, performanceId, held.holdId)
    const confirm = confirmBooking(stores, user, { ...held, bookingId: mintBookingId() })
    expect(await refusalOf(confirm)).toEqual({ code: "HOLD_EXPIRED" })
    expect(await letGo(performanceId, user)).toBe(1)
  })
})
