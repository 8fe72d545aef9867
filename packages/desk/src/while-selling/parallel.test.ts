import { describe, expect, test } from "bun:test"
import type { Organizer } from "../own-event.ts"
import { BookingId, type PerformanceId, type UserId } from "@podo/contract/ids"
import { Refused } from "@podo/contract/refusal"
import { randomOf } from "@podo/db/racing"
import { mintPerformance, mintUserId } from "@podo/db/testing"
import { openTestStores } from "@podo/stores/testing"
import { claimPlaces } from "@podo/seating/claim-places"
import { extendHold } from "@podo/seating/extend-hold"
import { findHold } from "@podo/seating/find-hold"
import { releaseHold } from "@podo/seating/release-hold"
import { releasePlaces } from "../sale/release-places.ts"
import { forgetPlaces, lapseHold, letReturn } from "@podo/seating/testing"
import { withholdPlaces } from "../sale/withhold-places.ts"
import { cancelBooking } from "@podo/booking/cancel-booking"
import { confirmBooking } from "@podo/booking/confirm-booking"
import { listBookings } from "@podo/booking/list-bookings"
import { sweepPerformance } from "@podo/booking/sweep"
import { organizerOf } from "../testing/sales.queries.ts"
import { verifyPerformance } from "@podo/booking/verify-performance"

const stores = await openTestStores()

const ROUNDS = 12
const ACTORS = 10
const STEPS = 12
const CAPACITY = 12
const LIMIT = 4
const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 1e9))

type Actor = { userId: UserId; performanceId: PerformanceId; below: (bound: number) => number }

async function claim({ userId, performanceId, below }: Actor) {
  const first = below(CAPACITY)
  await claimPlaces(stores, userId, { performanceId, places: [first, (first + 1) % CAPACITY] })
}

/** Sends each confirmation twice at once, as an impatient client does. */
async function confirm({ userId, performanceId }: Actor) {
  const hold = await findHold(stores, userId, { performanceId })
  if (!hold) return
  const input = { ...hold, bookingId: BookingId.parse(Bun.randomUUIDv7()) }
  await Promise.all([confirmBooking(stores, userId, input), confirmBooking(stores, userId, input)])
}

async function cancel({ userId, performanceId }: Actor) {
  const { bookings } = await listBookings(stores, userId, { performanceId, limit: 20 })
  const booking = bookings.find(({ status }) => status === "confirmed")
  if (booking) await cancelBooking(stores, userId, booking)
}

async function giveBack({ userId, performanceId }: Actor) {
  const hold = await findHold(stores, userId, { performanceId })
  if (hold) await releaseHold(stores, userId, hold)
}

async function lapse({ userId, performanceId }: Actor) {
  const hold = await findHold(stores, userId, { performanceId })
  if (hold) await lapseHold(stores, performanceId, hold.holdId)
  await sweepPerformance(stores, performanceId)
}

async function extend({ userId, performanceId }: Actor) {
  const hold = await findHold(stores, userId, { performanceId })
  if (hold) await extendHold(stores, userId, hold)
}

const comeBack = ({ performanceId }: Actor) => letReturn(stores, performanceId)

const lose = ({ performanceId }: Actor) => forgetPlaces(stores, performanceId)

const claims = [claim, claim, claim, extend]
const ends = [confirm, confirm, confirm, cancel, giveBack, lapse, lose, comeBack, comeBack]
const actions = [...claims, ...ends]

/** Somebody at the desk, in the midst of it all. */
async function runDesk(organizer: Organizer, { performanceId, below }: Omit<Actor, "userId">) {
  for (let step = 0; step < STEPS / 2; step++) {
    const places = [below(CAPACITY / 2) * 2]
    const action = below(2) === 0 ? withholdPlaces : releasePlaces
    await action(stores, organizer, { performanceId, places }).catch((error: unknown) => {
      if (!(error instanceof Refused)) throw error
    })
  }
}

/** Two people may share one account: their actions meet at the same hold and the same limit. */
async function act(actor: Actor) {
  for (let step = 0; step < STEPS; step++) {
    const action = actions[actor.below(actions.length)]
    await action?.(actor).catch((error: unknown) => {
      if (!(error instanceof Refused)) throw error
    })
  }
}

describe("whatever people and the desk do at once, also while Redis forgets", () => {
  test(`both stores agree in the end, ${ROUNDS} rounds, SEED=${seed}`, async () => {
    const random = randomOf(seed)
    const below = (bound: number) => Math.floor(random() * bound)
    for (let round = 0; round < ROUNDS; round++) {
      const wishes = { capacity: CAPACITY, limitPerUser: LIMIT }
      const { performanceId, eventId } = await mintPerformance(stores, wishes)
      const organizer = await organizerOf(stores, eventId)
      const accounts = Array.from({ length: ACTORS / 2 }, mintUserId)
      await Promise.all([
        runDesk(organizer, { performanceId, below }),
        ...[...accounts, ...accounts].map((userId) => act({ userId, performanceId, below })),
      ])
      const { drift } = await verifyPerformance(stores, performanceId)
      expect(drift).toEqual([])
    }
  }, 120_000)
})
