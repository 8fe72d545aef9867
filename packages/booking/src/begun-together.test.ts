import { describe, expect, test } from "bun:test"
import { HoldId, type PerformanceId } from "@podo/contract/ids"
import { Refused } from "@podo/contract/refusal"
import type { Stores } from "@podo/stores/stores"
import { mintPerformance, mintUserId } from "@podo/db/testing"
import { openTestStores } from "@podo/stores/testing"
import { keysOfPerformance } from "@podo/redis/performance-keys"
import { countCommands } from "@podo/redis/testing"
import { beginConfirm } from "@podo/seating/begin-confirm"
import { claimPlaces } from "@podo/seating/claim-places"
import { readAvailability } from "@podo/seating/read-availability"
import { forgivenIn, lapseConfirm, lapseHold } from "@podo/seating/testing"
import { confirmBooking } from "./confirm-booking.ts"
import { sweepPerformance } from "./sweep.ts"
import { answering, losingAnAnswer, mintBookingId } from "./testing/testing.ts"
import { verifyPerformance } from "./verify-performance.ts"

const stores = await openTestStores()

async function expectAgreement(performanceId: PerformanceId, places: string) {
  expect((await readAvailability(stores, { performanceId })).places).toBe(places)
  expect((await verifyPerformance(stores, performanceId)).drift).toEqual([])
}

/** Somebody who holds a place and is about to book it. */
async function mintConfirming(performanceId: PerformanceId, place: number) {
  const userId = mintUserId()
  const { holdId } = await claimPlaces(stores, userId, { performanceId, places: [place] })
  return { performanceId, holdId, userId, bookingId: mintBookingId() }
}

const mintAllConfirming = (performanceId: PerformanceId, places: number[]) =>
  Promise.all(places.map((place) => mintConfirming(performanceId, place)))

type Confirming = Awaited<ReturnType<typeof mintConfirming>>

/** The answer to each: the places that are being booked, nothing, or why not. */
const begin = (confirming: Confirming[], on: Stores = stores) =>
  Promise.all(
    confirming.map((one) =>
      beginConfirm(on, one).then(
        (begun) => begun?.places ?? null,
        (error: unknown) => (error instanceof Refused ? error.refusal.code : Promise.reject(error)),
      ),
    ),
  )

const bookingOf = async (performanceId: PerformanceId, holdId: HoldId) => {
  const text = await stores.redis.hget(keysOfPerformance(performanceId).holds, holdId)
  return text?.split(" ")[5]
}

/** The ms at which the sweeper asks MySQL what became of a hold that is being confirmed: see due.lua. */
const whenAsked = async (performanceId: PerformanceId, holdId: HoldId) => {
  const score = await stores.redis.zscore(keysOfPerformance(performanceId).due, `h:${holdId}`)
  return Number(score) - 1e15
}

describe("confirmations that begin in one moment", () => {
  test("each have an answer of their own", async () => {
    const { performanceId } = await mintPerformance(stores, { capacity: 6 })
    const [first, second, lapsed, stranger] = await mintAllConfirming(performanceId, [0, 1, 2, 3])
    if (!first || !second || !lapsed || !stranger) throw new Error("Four hold a place.")
    await lapseHold(stores, performanceId, lapsed.holdId)
    const rival = { ...first, bookingId: mintBookingId() }
    const unknown = { ...first, holdId: HoldId.parse(Bun.randomUUIDv7()) }
    const foreign = { ...stranger, userId: mintUserId() }
    const all = [first, lapsed, rival, unknown, first, foreign, lapsed, second]
    const expected: Awaited<ReturnType<typeof begin>> = [
      [0],
      null,
      "CONFIRM_IN_PROGRESS",
      null,
      [0],
      null,
      null,
      [1],
    ]
    expect(await begin(all)).toEqual(expected)
    // Let go once, however often it was asked for.
    const [forgivenAt = 0] = (await forgivenIn(stores, performanceId)).values()
    expect(forgivenAt).toBeLessThanOrEqual(Date.now() + 60_000)
    expect(await bookingOf(performanceId, first.holdId)).toBe(first.bookingId)
    expect(await bookingOf(performanceId, second.holdId)).toBe(second.bookingId)
    expect(await whenAsked(performanceId, first.holdId)).toBeGreaterThan(Date.now() + 50_000)
    expect(await whenAsked(performanceId, second.holdId)).toBeGreaterThan(Date.now() + 50_000)
    expect(await bookingOf(performanceId, stranger.holdId)).toBe("-")
    // Their places return, as of any that lapsed; the others wait for what MySQL says.
    await sweepPerformance(stores, performanceId)
    await expectAgreement(performanceId, "hhhh..")
    for (const { holdId } of [first, second]) await lapseConfirm(stores, performanceId, holdId)
    await sweepPerformance(stores, performanceId)
    expect(await bookingOf(performanceId, first.holdId)).toBeUndefined()
    expect(await bookingOf(performanceId, second.holdId)).toBeUndefined()
    await expectAgreement(performanceId, "hhhh..")
  })

  test("cost no more commands than one", async () => {
    const { performanceId } = await mintPerformance(stores)
    const [first, ...others] = await mintAllConfirming(performanceId, [0, 1, 2, 3, 4, 5])
    if (!first) throw new Error("Six hold a place.")
    // From now on Redis knows the script.
    await begin([first])
    const one = await countCommands(performanceId, () => begin([first]))
    const all = await countCommands(performanceId, () => begin(others))
    expect(all).toBe(one)
  })

  test("have begun also where the answer was lost", async () => {
    const { performanceId } = await mintPerformance(stores)
    const confirming = await mintAllConfirming(performanceId, [0, 1])
    // From now on Redis knows the script.
    await begin(await mintAllConfirming(performanceId, [2]))
    expect(await begin(confirming, losingAnAnswer(stores))).toEqual([[0], [1]])
  })

  test("behind a Redis that says nothing are told of what is booked already", async () => {
    const { performanceId } = await mintPerformance(stores)
    const [first, booked] = await mintAllConfirming(performanceId, [0, 1])
    if (!first || !booked) throw new Error("Two hold a place.")
    const booking = await confirmBooking(stores, booked.userId, booked)
    const thaw = Promise.withResolvers<never>()
    const isAsked = Promise.withResolvers<void>()
    const frozen = answering(stores, () => {
      isAsked.resolve()
      return thaw.promise
    })
    const waiting = begin([first], frozen)
    await isAsked.promise
    expect(await confirmBooking(frozen, booked.userId, booked)).toEqual(booking)
    thaw.reject(new Refused({ code: "HOLD_EXPIRED" }))
    expect(await waiting).toEqual(["HOLD_EXPIRED"])
  })
})
