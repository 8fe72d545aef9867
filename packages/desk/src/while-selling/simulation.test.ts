import { describe, expect, test } from "bun:test"
import { readDeskEvent } from "../events/read-desk-event.ts"
import type { Booking } from "@podo/contract/booking"
import { BookingId } from "@podo/contract/ids"
import { simulate } from "@podo/db/simulate"
import { mintPerformance, mintUserId } from "@podo/db/testing"
import { openTestStores } from "@podo/stores/testing"
import { beginConfirm } from "@podo/seating/begin-confirm"
import { claimPlaces } from "@podo/seating/claim-places"
import { extendHold } from "@podo/seating/extend-hold"
import { closeSale } from "../sale/close-sale.ts"
import { editPerformance } from "../performances/edit-performance.ts"
import { readAvailability } from "@podo/seating/read-availability"
import { releaseHold } from "@podo/seating/release-hold"
import { releasePlaces } from "../sale/release-places.ts"
import {
  forgetPlaces,
  forgiveLetGo,
  lapseConfirm,
  lapseHold,
  letReturn,
  putOffReturn,
} from "@podo/seating/testing"
import { withholdPlaces } from "../sale/withhold-places.ts"
import { hearOf } from "./simulation-feed.ts"
import { CAPACITY, LIMIT } from "./simulation-model.ts"
import { granted, Run } from "./simulation-run.ts"
import { cancelBooking } from "@podo/booking/cancel-booking"
import { cancelPerformance } from "../performances/cancel-performance.ts"
import { confirmBooking } from "@podo/booking/confirm-booking"
import { reconcileBooking } from "@podo/booking/reconcile-booking"
import { sweepPerformance } from "@podo/booking/sweep"
import { commitBooking, mintBookingId } from "@podo/booking/testing"
import { organizerOf } from "../testing/sales.queries.ts"
import { verifyPerformance } from "@podo/booking/verify-performance"

const stores = await openTestStores()

const ROUNDS = 120
const STEPS_MAX = 40
const seed = process.env.SEED === undefined ? undefined : Number(process.env.SEED)

async function claimNamed(run: Run) {
  await claimAll(run, 1)
}

/** Some claims that share a call: each is granted or not as if it had come after the one before. */
async function claimTogether(run: Run) {
  // From now on this process knows the terms that Redis goes by, and none has to ask again.
  await claimNamed(run)
  await claimAll(run, 2 + run.below(3))
  await forgiveLetGo(stores, run.performanceId)
}

async function claimAll(run: Run, claims: number) {
  const { performanceId, model, users } = run
  const claiming = Array.from({ length: claims }, () => {
    const userId = run.pick(users) ?? users[0] ?? mintUserId()
    const [first, count] = [run.below(CAPACITY), 1 + run.below(3)]
    const places = Array.from({ length: count }, (_, index) => (first + index * 2) % CAPACITY)
    return { userId, places }
  })
  const holds = await Promise.all(
    claiming.map(({ userId, places }) =>
      granted(claimPlaces(stores, userId, { performanceId, places })),
    ),
  )
  for (const [at, { userId, places }] of claiming.entries()) {
    const hold = holds[at]
    expect(hold !== undefined).toBe(model.mayHold(userId, places))
    if (hold) model.hold(userId, hold)
  }
}

async function claimAny(run: Run) {
  const userId = run.pick(run.users)
  if (!userId) return
  const quantity = 1 + run.below(LIMIT)
  const { performanceId, area } = run.performance
  const own = run.model.holds.get(userId)?.places.length ?? 0
  const open = run.model.map().split(".").length - 1 + own
  const isAllowed = run.model.isOnSale && run.model.mayHave(userId, quantity) && open >= quantity
  const hold = await granted(claimPlaces(stores, userId, { performanceId, area, quantity }))
  expect(hold !== undefined).toBe(isAllowed)
  if (!hold) return
  const [map, isOwn] = [run.model.map(), new Set(run.model.holds.get(userId)?.places)]
  expect(hold.places.every((place) => map[place] === "." || isOwn.has(place))).toBe(true)
  run.model.hold(userId, hold)
}

async function release(run: Run) {
  const [userId, hold] = run.someHold() ?? []
  if (!userId || !hold) return
  await releaseHold(stores, userId, hold)
  run.model.holds.delete(userId)
}

async function lapse(run: Run) {
  const [userId, hold] = run.someHold() ?? []
  if (!userId || !hold) return
  await lapseHold(stores, run.performanceId, hold.holdId)
  await sweepPerformance(stores, run.performanceId)
  run.model.holds.delete(userId)
  run.model.letGo(hold.places)
}

async function extend(run: Run) {
  const [userId, hold] = run.someHold() ?? []
  if (!userId || !hold) return
  const { extended } = run.model
  const answer = await granted(extendHold(stores, userId, hold))
  expect(answer?.places).toEqual(extended.has(hold.holdId) ? undefined : hold.places)
  extended.add(hold.holdId)
  if (answer) run.model.holds.set(userId, answer)
}

async function comeBack(run: Run) {
  await letReturn(stores, run.performanceId)
  run.model.returning.clear()
}

async function confirm(run: Run) {
  const [userId, hold] = run.someHold() ?? []
  if (!userId || !hold) return
  const bookingId = mintBookingId()
  const mayBook = run.model.mayBook(userId, hold)
  const booking = await granted(confirmBooking(stores, userId, { ...hold, bookingId }))
  expect(booking?.places.map(({ place }) => place)).toEqual(mayBook ? hold.places : undefined)
  run.model.holds.delete(userId)
  if (mayBook) run.model.bookings.set(bookingId, { userId, places: hold.places })
}

/** The process dies before or after the commit; the sweeper finds out which. */
async function dieConfirming(run: Run) {
  const [userId, hold] = run.someHold() ?? []
  if (!userId || !hold) return
  const bookingId = mintBookingId()
  const confirming = { performanceId: run.performanceId, holdId: hold.holdId, bookingId, userId }
  const begun = await beginConfirm(stores, confirming)
  const mayBook = run.model.mayBook(userId, hold)
  const isWritten =
    run.random() < 0.5 && begun
      ? await granted(commitBooking(stores, confirming, begun.places))
      : false
  const isCommitted = isWritten === true
  if (isWritten === undefined) expect(mayBook).toBe(false)
  const isLost = run.random() < 0.3
  if (isLost) await lose(run)
  await lapseConfirm(stores, run.performanceId, hold.holdId)
  await sweepPerformance(stores, run.performanceId)
  run.model.holds.delete(userId)
  if (!isCommitted && !isLost) run.model.letGo(hold.places)
  if (isCommitted) run.model.bookings.set(bookingId, { userId, places: hold.places })
}

async function cancel(run: Run) {
  const [bookingId, booking] = run.pick([...run.model.bookings]) ?? []
  if (!bookingId || !booking) return
  const id = BookingId.parse(bookingId)
  const cancelled: Booking = await cancelBooking(stores, booking.userId, { bookingId: id })
  expect(cancelled.status).toBe("cancelled")
  run.model.bookings.delete(bookingId)
  run.model.letGo(booking.places)
}

async function lose(run: Run) {
  await forgetPlaces(stores, run.performanceId)
  run.model.holds.clear()
  run.model.returning.clear()
}

/** A worker that comes late, or twice, tells Redis of some booking again. */
async function reconcile(run: Run) {
  const [bookingId] = run.pick([...run.model.bookings]) ?? []
  if (bookingId) await reconcileBooking(stores, BookingId.parse(bookingId))
}

async function withhold(run: Run) {
  const { performanceId, area } = run.performance
  const [map, count] = [run.model.map(), 1 + run.below(3)]
  const first = run.below(CAPACITY)
  const named = Array.from({ length: count }, (_, index) => (first + index) % CAPACITY)
  const last = run.model.lastFree(count)
  const isNamed = run.random() < 0.5
  const input = { performanceId, ...(isNamed ? { places: named } : { area, quantity: count }) }
  const mayBeHad = (place: number) => map[place] === "." || run.model.returning.has(place)
  const isFree = isNamed
    ? named.every((place) => map[place] === "x" || mayBeHad(place))
    : last.length === count
  const fresh = isNamed ? named.filter(mayBeHad) : last
  const withheld = await granted(withholdPlaces(stores, run.organizer, input))
  const mayWithhold = isFree && !run.model.isCancelled
  expect(withheld?.places).toEqual(mayWithhold ? fresh.toSorted((a, b) => a - b) : undefined)
  if (mayWithhold) run.model.withhold(fresh)
}

async function giveBack(run: Run) {
  const places = [run.below(CAPACITY), ...run.model.withheld].slice(0, 1 + run.below(3))
  const named = [...new Set(places)]
  const { performanceId } = run
  const released = await releasePlaces(stores, run.organizer, { performanceId, places: named })
  const expected = named.filter((place) => run.model.withheld.delete(place))
  expect(released.places).toEqual(expected.toSorted((a, b) => a - b))
}

/** Another limit, or the end of the sale put off: both at any time before the performance is cancelled. */
async function changeTerms(run: Run) {
  const { eventId, performanceId } = run.performance
  if (run.model.isCancelled) return
  if (run.model.isOnSale && run.random() < 0.3) {
    await closeSale(stores, run.organizer, { performanceId })
    run.model.isClosed = true
    return
  }
  const event = await readDeskEvent(stores, run.organizer, { eventId })
  const [terms] = event.performances
  if (!terms) return
  const limitPerUser = 1 + run.below(LIMIT + 2)
  const areas = terms.areas.map(({ area, price }) => ({ area, price }))
  const saleClosesAt = terms.startsAt
  const input = { ...terms, areas, limitPerUser, saleClosesAt }
  await editPerformance(stores, run.organizer, input)
  run.model.limit = limitPerUser
  run.model.isClosed = false
}

async function callOff(run: Run) {
  if (run.random() < 0.6) return
  const { performanceId } = run
  const wasCancelled = run.model.isCancelled
  const bookings = run.model.bookings.size
  const answer = await granted(cancelPerformance(stores, run.organizer, { performanceId }))
  expect(answer).toEqual(wasCancelled ? undefined : { performanceId, bookings })
  run.model.isCancelled = true
  run.model.bookings.clear()
}

const claims = [claimNamed, claimNamed, claimTogether, claimAny, claimAny]
const ends = [release, lapse, extend, confirm, confirm, confirm, dieConfirming, comeBack]
const ofPeople = [...claims, ...ends]
const rare = [cancel, cancel, lose, reconcile]
const ofDesk = [withhold, withhold, giveBack, changeTerms, callOff]

/** Mostly people, now and then somebody at the desk. */
function stepsOf(share: number) {
  if (share < 0.75) return ofPeople
  return share < 0.93 ? rare : ofDesk
}

type Told = Awaited<ReturnType<typeof hearOf>>

/** Takes one step, and finds the map as it was granted, in Redis and by its feed. */
async function takeStep(run: Run, { told, taken }: { told: Told; taken: string[] }) {
  const act = run.pick<(run: Run) => Promise<void>>(stepsOf(run.random()))
  taken.push(act?.name ?? "nothing")
  await act?.(run)
  // Time passes only where a step says so.
  if (run.model.returning.size > 0) await putOffReturn(stores, run.performanceId)
  const { places } = await readAvailability(stores, run.performance)
  expect(places).toBe(run.model.map())
  expect(await told.places()).toBe(places)
}

describe("whatever happens in whatever order, the map is what was granted", () => {
  test(`${ROUNDS} rounds of claims, lapses, bookings, crashes, losses and actions at the desk`, async () => {
    await simulate({ rounds: ROUNDS, stepsMax: STEPS_MAX, seed }, async (steps, taken) => {
      const minted = await mintPerformance(stores, { capacity: CAPACITY, limitPerUser: LIMIT })
      const run = new Run(minted, await organizerOf(stores, minted.eventId))
      const told = await hearOf(stores, minted, run.users)
      for (const [at, chance] of steps.entries()) {
        run.random = chance
        await takeStep(run, { told, taken })
        // The patience with those who let go often is a test of its own.
        if (at % 8 === 0) await forgiveLetGo(stores, run.performanceId)
      }
      const holds = await told.holds()
      expect(holds.told).toEqual(holds.are)
      const { drift } = await verifyPerformance(stores, run.performanceId)
      expect(drift).toEqual([])
    })
  }, 120_000)
})
