import { describe, expect, test } from "bun:test"
import type { Booking } from "@podo/contract/booking"
import { BookingId, type PerformanceId, type UserId } from "@podo/contract/ids"
import type { ClaimPlaces, Hold } from "@podo/contract/seating"
import { Refused } from "@podo/contract/refusal"
import { randomOf } from "@podo/db/racing"
import {
  type MintedPerformance,
  mintPerformance,
  mintUserId,
  openTestStores,
} from "@podo/db/testing"
import { beginConfirm } from "@podo/seating/begin-confirm"
import { claimPlaces } from "@podo/seating/claim-places"
import { readAvailability } from "@podo/seating/read-availability"
import { releaseHold } from "@podo/seating/release-hold"
import { forgetPlaces, lapseConfirm, lapseHold } from "@podo/seating/testing"
import { cancelBooking } from "./cancel-booking.ts"
import { confirmBooking } from "./confirm-booking.ts"
import { followBooking } from "./follow-booking.ts"
import { sweepPerformance } from "./sweep.ts"
import { verifyPerformance } from "./verify-performance.ts"
import { writeBooking } from "./write-booking.ts"

const stores = await openTestStores()

const ROUNDS = 200
const STEPS_PER_ROUND = 20
const CAPACITY = 12
const LIMIT = 4
const USERS = 4
const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 1e9))

/** What must be true if every answer was honoured: it knows grants, and nothing of how they came about. */
class Model {
  readonly holds = new Map<UserId, Hold>()
  readonly bookings = new Map<string, { userId: UserId; places: number[] }>()

  map(): string {
    const places = Array.from({ length: CAPACITY }, () => ".")
    for (const hold of this.holds.values()) for (const place of hold.places) places[place] = "h"
    for (const booking of this.bookings.values()) {
      for (const place of booking.places) places[place] = "b"
    }
    return places.join("")
  }

  bookedBy(userId: UserId): number {
    const mine = [...this.bookings.values()].filter((booking) => booking.userId === userId)
    return mine.reduce((sum, { places }) => sum + places.length, 0)
  }

  /** Whether a claim of these places must be granted: all are open, or the claimer's own. */
  mayHold(userId: UserId, places: number[]): boolean {
    const map = this.map()
    const own = this.holds.get(userId)?.places ?? []
    const isFree = places.every((place) => map[place] === "." || own.includes(place))
    return isFree && this.bookedBy(userId) + places.length <= LIMIT
  }
}

class Run {
  readonly model = new Model()
  readonly users = Array.from({ length: USERS }, mintUserId)
  readonly random: () => number
  readonly performance: MintedPerformance
  constructor(performance: MintedPerformance, random: () => number) {
    this.performance = performance
    this.random = random
  }

  get performanceId(): PerformanceId {
    return this.performance.performanceId
  }

  below(bound: number): number {
    return Math.floor(this.random() * bound)
  }

  pick<Choice>(choices: Choice[]): Choice | undefined {
    return choices[this.below(choices.length)]
  }

  someHold(): [UserId, Hold] | undefined {
    return this.pick([...this.model.holds])
  }
}

/** The answer, or nothing where it was a refusal. */
async function granted<Answer>(work: Promise<Answer>): Promise<Answer | undefined> {
  return work.catch((error: unknown) => {
    if (error instanceof Refused) return undefined
    throw error
  })
}

const newBookingId = () => BookingId.parse(Bun.randomUUIDv7())

async function claimNamed(run: Run) {
  const userId = run.pick(run.users)
  if (!userId) return
  const first = run.below(CAPACITY)
  const count = 1 + run.below(3)
  const places = Array.from({ length: count }, (_, index) => (first + index * 2) % CAPACITY)
  const input: ClaimPlaces = { performanceId: run.performanceId, places }
  const expected = run.model.mayHold(userId, places)
  const hold = await granted(claimPlaces(stores, userId, input))
  expect(hold !== undefined).toBe(expected)
  if (hold) run.model.holds.set(userId, hold)
}

async function claimAny(run: Run) {
  const userId = run.pick(run.users)
  if (!userId) return
  const quantity = 1 + run.below(LIMIT)
  const { performanceId, area } = run.performance
  const own = run.model.holds.get(userId)?.places.length ?? 0
  const open = run.model.map().split(".").length - 1 + own
  const isAllowed = run.model.bookedBy(userId) + quantity <= LIMIT && open >= quantity
  const hold = await granted(claimPlaces(stores, userId, { performanceId, area, quantity }))
  expect(hold !== undefined).toBe(isAllowed)
  if (!hold) return
  run.model.holds.delete(userId)
  expect(hold.places.every((place) => run.model.map()[place] === ".")).toBe(true)
  run.model.holds.set(userId, hold)
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
}

async function confirm(run: Run) {
  const [userId, hold] = run.someHold() ?? []
  if (!userId || !hold) return
  const bookingId = newBookingId()
  const booking = await granted(confirmBooking(stores, userId, { ...hold, bookingId }))
  expect(booking?.places.map(({ place }) => place)).toEqual(hold.places)
  run.model.holds.delete(userId)
  run.model.bookings.set(bookingId, { userId, places: hold.places })
}

/** The process dies before or after the commit; the sweeper finds out which. */
async function dieConfirming(run: Run) {
  const [userId, hold] = run.someHold() ?? []
  if (!userId || !hold) return
  const bookingId = newBookingId()
  const confirming = { performanceId: run.performanceId, holdId: hold.holdId, bookingId, userId }
  const places = await beginConfirm(stores, confirming)
  const isCommitted = run.random() < 0.5
  if (isCommitted && places) await writeBooking(stores, confirming, places)
  if (run.random() < 0.3) await lose(run)
  await lapseConfirm(stores, run.performanceId, hold.holdId)
  await sweepPerformance(stores, run.performanceId)
  run.model.holds.delete(userId)
  if (isCommitted) run.model.bookings.set(bookingId, { userId, places: hold.places })
}

async function cancel(run: Run) {
  const [bookingId, booking] = run.pick([...run.model.bookings]) ?? []
  if (!bookingId || !booking) return
  const id = BookingId.parse(bookingId)
  const cancelled: Booking = await cancelBooking(stores, booking.userId, { bookingId: id })
  expect(cancelled.status).toBe("cancelled")
  run.model.bookings.delete(bookingId)
}

async function lose(run: Run) {
  await forgetPlaces(stores, run.performanceId)
  run.model.holds.clear()
}

/** A worker that comes late, or twice, tells Redis of some booking again. */
async function follow(run: Run) {
  const [bookingId] = run.pick([...run.model.bookings]) ?? []
  if (bookingId) await followBooking(stores, BookingId.parse(bookingId))
}

const steps = [claimNamed, claimNamed, claimAny, release, lapse, confirm, confirm, dieConfirming]
const rareSteps = [cancel, cancel, lose, follow]

describe("whatever happens in whatever order, the map is what was granted", () => {
  test(`${ROUNDS} rounds of claims, lapses, bookings, crashes and losses, SEED=${seed}`, async () => {
    const random = randomOf(seed)
    for (let round = 0; round < ROUNDS; round++) {
      const wishes = { capacity: CAPACITY, limitPerUser: LIMIT }
      const run = new Run(await mintPerformance(stores, wishes), random)
      for (let step = 0; step < STEPS_PER_ROUND; step++) {
        const act = run.pick(run.random() < 0.75 ? steps : rareSteps)
        await act?.(run)
        const { places } = await readAvailability(stores, run.performance)
        expect(`${round}.${step} ${act?.name} ${places}`).toBe(
          `${round}.${step} ${act?.name} ${run.model.map()}`,
        )
      }
      const { drift } = await verifyPerformance(stores, run.performanceId)
      expect(drift).toEqual([])
    }
  }, 120_000)
})
