import { describe, expect, test } from "bun:test"
import { BookingId, type PerformanceId } from "@podo/contract/ids"
import { mintPerformance, mintUserId } from "@podo/db/testing"
import { openTestStores } from "@podo/stores/testing"
import { beginConfirm } from "./begin-confirm.ts"
import { claimPlaces } from "./claim-places.ts"
import { readPlacesInRedis } from "./read-places.ts"
import { releaseHold } from "./release-hold.ts"
import { reopenAll } from "./reopen-places.ts"
import {
  BOOKINGS_PER_SCRIPT_MAX,
  bookAll,
  settleConfirms,
  type Settling,
} from "./settle-confirm.ts"
import { forgetPlaces, letReturn } from "./testing/testing.ts"

const stores = await openTestStores()

async function beginBooking(performanceId: PerformanceId, places: number[]): Promise<Settling> {
  const userId = mintUserId()
  const { holdId } = await claimPlaces(stores, userId, { performanceId, places })
  const booking = { holdId, bookingId: BookingId.parse(Bun.randomUUIDv7()), userId }
  await beginConfirm(stores, { ...booking, performanceId })
  return { ...booking, places }
}

const beginBookings = (performanceId: PerformanceId, all: number[][]) =>
  Promise.all(all.map((places) => beginBooking(performanceId, places)))

async function drawn(performanceId: PerformanceId) {
  const { places, open, bookedBy } = await readPlacesInRedis(stores, performanceId)
  return { places, open: [...open.values()], booked: [...bookedBy.values()].filter(Boolean) }
}

describe("bookings that are settled together", () => {
  test("are all booked, each for its own person", async () => {
    const { performanceId } = await mintPerformance(stores, { capacity: 6 })
    const settling = await beginBookings(performanceId, [[0, 1], [3], [5]])
    expect(await settleConfirms(stores, performanceId, settling)).toEqual([true, true, true])
    expect(await drawn(performanceId)).toEqual({
      places: "bb.b.b",
      open: [2],
      booked: expect.arrayContaining([2, 1, 1]),
    })
  })

  test("leave out the one whose hold is gone, and it alone", async () => {
    const { performanceId } = await mintPerformance(stores, { capacity: 6 })
    const settling = await beginBookings(performanceId, [[0], [1]])
    const user = mintUserId()
    const held = await claimPlaces(stores, user, { performanceId, places: [2] })
    await releaseHold(stores, user, held)
    const gone = {
      holdId: held.holdId,
      bookingId: BookingId.parse(Bun.randomUUIDv7()),
      userId: user,
      places: [2],
    }
    const [first, second] = settling
    const all = [first, gone, second].filter((one) => one !== undefined)
    expect(await settleConfirms(stores, performanceId, all)).toEqual([true, false, true])
    expect((await drawn(performanceId)).places).toBe("bb....")
  })

  test("in as many scripts as it takes, in their order", async () => {
    const count = BOOKINGS_PER_SCRIPT_MAX + 3
    const { performanceId } = await mintPerformance(stores, { capacity: count })
    const settling = await beginBookings(
      performanceId,
      Array.from({ length: count }, (_, place) => [place]),
    )
    const stranger = BookingId.parse(Bun.randomUUIDv7())
    const all = settling.map((one, at) =>
      at === count - 2 ? { ...one, bookingId: stranger } : one,
    )
    const expected = all.map((_, at) => at !== count - 2)
    expect(await settleConfirms(stores, performanceId, all)).toEqual(expected)
    expect((await drawn(performanceId)).open).toEqual([0])
  })

  test("count once, however often they are told", async () => {
    const { performanceId } = await mintPerformance(stores, { capacity: 4 })
    const settling = await beginBookings(performanceId, [[0, 1], [2]])
    for (let times = 0; times < 2; times++) {
      expect(await bookAll(stores, performanceId, settling)).toEqual({ code: "SETTLED" })
    }
    expect(await drawn(performanceId)).toEqual({
      places: "bbb.",
      open: [1],
      booked: expect.arrayContaining([2, 1]),
    })
  })

  test("are told of as not loaded where Redis has forgotten the performance", async () => {
    const { performanceId } = await mintPerformance(stores, { capacity: 4 })
    const settling = await beginBookings(performanceId, [[0], [1]])
    await forgetPlaces(stores, performanceId)
    expect(await settleConfirms(stores, performanceId, settling)).toEqual([false, false])
    expect(await bookAll(stores, performanceId, settling)).toEqual({ code: "NOT_LOADED" })
    expect(await reopenAll(stores, performanceId, settling)).toEqual({ code: "NOT_LOADED" })
  })
})

describe("bookings that are cancelled together", () => {
  test("return what is still their own, whether or not they were settled", async () => {
    const { performanceId } = await mintPerformance(stores, { capacity: 6 })
    const [settled, unsettled, other] = await beginBookings(performanceId, [[0, 1], [2], [4]])
    if (!settled || !unsettled || !other) throw new Error("Three bookings began.")
    await settleConfirms(stores, performanceId, [settled, other])
    for (let times = 0; times < 2; times++) {
      await reopenAll(stores, performanceId, [settled, unsettled])
      expect((await drawn(performanceId)).places).toBe("hhh.b.")
    }
    await letReturn(stores, performanceId)
    await reopenAll(stores, performanceId, [settled, unsettled])
    expect(await drawn(performanceId)).toEqual({ places: "....b.", open: [5], booked: [1] })
  })
})
