import { describe, expect, test } from "bun:test"
import type { DeskRoom, RoomTerms } from "@podo/contract/desk-room"
import { type PerformanceId, UserId } from "@podo/contract/ids"
import type { ClaimPlaces } from "@podo/contract/seating"
import { refusalOf } from "@podo/db/racing"
import { mintPerformance, mintUserId } from "@podo/db/testing"
import { openTestStores } from "@podo/stores/testing"
import { keysOfPerformance } from "@podo/redis/performance-keys"
import { beginConfirm } from "@podo/seating/begin-confirm"
import { claimPlaces } from "@podo/seating/claim-places"
import { extendHold } from "@podo/seating/extend-hold"
import { readAvailability } from "@podo/seating/read-availability"
import { forgivenIn } from "@podo/seating/testing"
import { setSeenRoom } from "../testing/edits.ts"
import { enterRoom } from "@podo/waiting-room/enter-room"
import { leaveRoom } from "@podo/waiting-room/leave-room"
import { readStanding } from "@podo/waiting-room/read-standing"
import { takeBack } from "@podo/waiting-room/take-back"
import { endAdmissions, goAway } from "@podo/waiting-room/testing"
import { tickRoom } from "@podo/waiting-room/tick-room"
import { cancelBooking } from "@podo/booking/cancel-booking"
import { confirmBooking } from "@podo/booking/confirm-booking"
import { reconcileBooking } from "@podo/booking/reconcile-booking"
import { book, mintBookingId } from "@podo/booking/testing"
import { organizerOf } from "../testing/sales.queries.ts"
import { verifyPerformance } from "@podo/booking/verify-performance"

const stores = await openTestStores()
const HOUR_MS = 3_600_000
const NOT_ADMITTED = { code: "NOT_ADMITTED" } as const

const inRoom = (room: Parameters<typeof mintPerformance>[1] = {}) =>
  mintPerformance(stores, { capacity: 40, ...room, room: { perMinute: 60_000, ...room.room } })

async function admit(performanceId: PerformanceId, userId = mintUserId()): Promise<UserId> {
  await enterRoom(stores, userId, { performanceId })
  await tickRoom(stores, performanceId)
  expect(await stateOf(performanceId, userId)).toBe("admitted")
  return userId
}

const stateOf = async (performanceId: PerformanceId, userId: UserId) =>
  (await readStanding(stores, userId, { performanceId })).state

/** All that Redis knows of a performance, byte for byte. */
async function allOf(performanceId: PerformanceId) {
  const keys = Object.entries(keysOfPerformance(performanceId))
  const dumps = keys.map(async ([name, key]) => [name, await stores.redis.dumpBuffer(key)] as const)
  // The bell is silent again after some ms.
  return new Map((await Promise.all(dumps)).filter(([name]) => name !== "bell"))
}

/** The part of it that is the line's. */
async function lineOf(performanceId: PerformanceId) {
  const all = await allOf(performanceId)
  const names = ["line", "absent", "admitted", "people", "draws", "pace", "recent", "waits"]
  return names.map((name) => all.get(name))
}

/** Every way in which places can be claimed. */
const waysToClaim = (performanceId: PerformanceId, places: number[]): ClaimPlaces[] => [
  { performanceId, places },
  { performanceId, quantity: 2 },
  { performanceId, quantity: 1, price: 50_000 },
  { performanceId, quantity: 1, priceMax: 50_000, wheelchairs: 0 },
]

async function expectNotAdmitted(performanceId: PerformanceId, area: ClaimPlaces, user: UserId) {
  for (const claim of [...waysToClaim(performanceId, [7, 8]), area]) {
    expect(await refusalOf(claimPlaces(stores, user, claim))).toEqual(NOT_ADMITTED)
  }
}

describe("a claim, in whatever way it is made", () => {
  test("is refused to all who are not inside now, and changes nothing", async () => {
    const { performanceId, area } = await inRoom({ room: { capacity: 6 } })
    const elsewhere = await admit((await inRoom()).performanceId)
    const stranger = mintUserId()
    const left = await admit(performanceId)
    await leaveRoom(stores, left, { performanceId })
    const takenBack = await admit(performanceId)
    await takeBack(stores, performanceId, takenBack)
    const booked = await admit(performanceId)
    await book(stores, booked, { performanceId, places: [0] })
    const expired = await admit(performanceId)
    const expiredAndHolds = await admit(performanceId)
    await claimPlaces(stores, expiredAndHolds, { performanceId, places: [1, 2] })
    for (let inside = 0; inside < 4; inside++) await admit(performanceId)
    const vanished = mintUserId()
    await enterRoom(stores, vanished, { performanceId })
    await goAway(stores, performanceId, [vanished])
    await endAdmissions(stores, performanceId, [expired])
    await tickRoom(stores, performanceId)
    expect(await stateOf(performanceId, vanished)).toBe("absent")
    await admit(performanceId)
    const waiting = mintUserId()
    await enterRoom(stores, waiting, { performanceId })
    // This one nobody has counted out yet.
    await endAdmissions(stores, performanceId, [expiredAndHolds])
    const before = await allOf(performanceId)
    const outside = {
      stranger,
      left,
      takenBack,
      booked,
      expired,
      expiredAndHolds,
      vanished,
      waiting,
    }
    for (const user of [...Object.values(outside), elsewhere]) {
      await expectNotAdmitted(performanceId, { performanceId, area, quantity: 1 }, user)
    }
    expect(await allOf(performanceId)).toEqual(before)
  })

  test("is refused before the opening, also to who was let in when it was told to be earlier", async () => {
    const { performanceId } = await inRoom({ saleOpensInMs: HOUR_MS })
    const [early, stranger] = [mintUserId(), mintUserId()]
    await enterRoom(stores, early, { performanceId })
    await tickRoom(stores, performanceId)
    const { admitted } = keysOfPerformance(performanceId)
    await stores.redis.zadd(admitted, Date.now() + HOUR_MS, early)
    for (const user of [early, stranger]) {
      const refusal = await refusalOf(claimPlaces(stores, user, { performanceId, places: [1] }))
      expect(refusal.code).toBe("SALE_NOT_OPEN")
    }
    expect(await stateOf(performanceId, early)).toBe("lobby")
  })

  test("is granted to who is inside, and to nobody else for it", async () => {
    const { performanceId } = await inRoom({ room: { capacity: 1 } })
    const user = await admit(performanceId)
    for (const claim of waysToClaim(performanceId, [7, 8])) await claimPlaces(stores, user, claim)
    const next = mintUserId()
    await enterRoom(stores, next, { performanceId })
    await tickRoom(stores, performanceId)
    expect(await stateOf(performanceId, next)).toBe("waiting")
  })
})

describe("an admission", () => {
  test("ends with the booking, and the next one comes in", async () => {
    const { performanceId } = await inRoom({ room: { capacity: 1 } })
    const user = await admit(performanceId)
    const next = mintUserId()
    await enterRoom(stores, next, { performanceId })
    await book(stores, user, { performanceId, places: [3] })
    expect(await stateOf(performanceId, user)).toBe("absent")
    const again = claimPlaces(stores, user, { performanceId, places: [4] })
    expect(await refusalOf(again)).toEqual(NOT_ADMITTED)
    await tickRoom(stores, performanceId)
    expect(await stateOf(performanceId, next)).toBe("admitted")
  })

  test("that is over leaves what was held in time: it can be extended and booked", async () => {
    const { performanceId } = await inRoom()
    const user = await admit(performanceId)
    const hold = await claimPlaces(stores, user, { performanceId, places: [3, 4] })
    await endAdmissions(stores, performanceId, [user])
    await tickRoom(stores, performanceId)
    expect((await extendHold(stores, user, hold)).places).toEqual([3, 4])
    const booking = await confirmBooking(stores, user, { ...hold, bookingId: mintBookingId() })
    expect(booking.places.map(({ place }) => place)).toEqual([3, 4])
    expect((await verifyPerformance(stores, performanceId)).drift).toEqual([])
  })

  test("is not ended by a booking of before that Redis is told of again", async () => {
    const { performanceId } = await inRoom()
    const user = await admit(performanceId)
    const { bookingId } = await book(stores, user, { performanceId, places: [3] })
    await admit(performanceId, user)
    await reconcileBooking(stores, bookingId)
    expect(await stateOf(performanceId, user)).toBe("admitted")
    await claimPlaces(stores, user, { performanceId, places: [4] })
  })

  test("and a place in line are untouched when a booking is cancelled", async () => {
    const { performanceId } = await inRoom({ room: { capacity: 1 } })
    const user = await admit(performanceId)
    const { bookingId } = await book(stores, user, { performanceId, places: [3] })
    await admit(performanceId, user)
    for (const other of [mintUserId(), mintUserId()]) {
      await enterRoom(stores, other, { performanceId })
    }
    const before = await lineOf(performanceId)
    await cancelBooking(stores, user, { bookingId })
    await reconcileBooking(stores, bookingId)
    expect(await lineOf(performanceId)).toEqual(before)
  })
})

describe("an admission that is taken back", () => {
  test("takes what is held with it", async () => {
    const { performanceId } = await inRoom()
    const user = await admit(performanceId)
    const hold = await claimPlaces(stores, user, { performanceId, places: [3, 4] })
    expect(await takeBack(stores, performanceId, user)).toBe(true)
    expect((await readAvailability(stores, { performanceId })).places).not.toContain("h")
    const confirm = confirmBooking(stores, user, { ...hold, bookingId: mintBookingId() })
    expect(await refusalOf(confirm)).toEqual({ code: "HOLD_EXPIRED" })
    // It was not they who let it go.
    expect((await forgivenIn(stores, performanceId)).size).toBe(0)
  })

  test("after it was over takes nothing: what was held in time can be booked", async () => {
    const { performanceId } = await inRoom()
    const user = await admit(performanceId)
    const hold = await claimPlaces(stores, user, { performanceId, places: [3, 4] })
    await endAdmissions(stores, performanceId, [user])
    expect(await takeBack(stores, performanceId, user)).toBe(false)
    await confirmBooking(stores, user, { ...hold, bookingId: mintBookingId() })
  })

  test("leaves what is being booked, whenever it comes", async () => {
    const { performanceId } = await inRoom()
    const outcomes = new Set<string>()
    for (let place = 0; place < 20; place++) {
      const user = await admit(performanceId)
      const hold = await claimPlaces(stores, user, { performanceId, places: [place] })
      const confirming = { ...hold, bookingId: mintBookingId(), userId: user }
      const hasBegun = place % 4 === 0
      if (hasBegun) await beginConfirm(stores, confirming)
      const actions = [
        () => takeBack(stores, performanceId, user),
        () =>
          confirmBooking(stores, user, confirming).then(
            () => "b",
            () => ".",
          ),
      ]
      const ordered = place % 2 === 0 ? actions : actions.toReversed()
      const answers = await Promise.all(ordered.map((action) => action()))
      const outcome = answers.find((answer) => typeof answer === "string") ?? ""
      const { places } = await readAvailability(stores, { performanceId })
      expect(places[place]).toBe(outcome)
      if (hasBegun) expect(outcome).toBe("b")
      expect(await stateOf(performanceId, user)).toBe("absent")
      outcomes.add(outcome)
    }
    expect(outcomes).toEqual(new Set(["b", "."]))
    expect((await verifyPerformance(stores, performanceId)).drift).toEqual([])
  })
})

describe("a waiting room in mid-sale", () => {
  const terms: RoomTerms = {
    lobbyOpensAt: new Date(Date.now() - 2 * HOUR_MS).toISOString(),
    hasDraw: false,
    capacity: 10,
    perMinute: 600,
    admissionMinutes: 5,
    whenSoldOut: "close",
  }

  test("that is turned on lets nobody claim who was not let in; what is held can be booked", async () => {
    const minted = await mintPerformance(stores)
    const { performanceId } = minted
    const organizer = await organizerOf(stores, minted.eventId)
    const [holder, other] = [mintUserId(), mintUserId()]
    const hold = await claimPlaces(stores, holder, { performanceId, places: [3] })
    const set: DeskRoom = await setSeenRoom(stores, organizer, { performanceId, room: terms })
    expect(set.terms).not.toBeNull()
    for (const user of [holder, other]) {
      const claim = claimPlaces(stores, user, { performanceId, places: [5] })
      expect(await refusalOf(claim)).toEqual(NOT_ADMITTED)
    }
    await confirmBooking(stores, holder, { ...hold, bookingId: mintBookingId() })
    await admit(performanceId, other)
    await claimPlaces(stores, other, { performanceId, places: [5] })
  })

  test("that is turned off lets everybody claim", async () => {
    const minted = await inRoom({ room: { capacity: 1 } })
    const { performanceId } = minted
    const organizer = await organizerOf(stores, minted.eventId)
    await admit(performanceId)
    await setSeenRoom(stores, organizer, { performanceId, room: null, reason: "A test." })
    await claimPlaces(stores, mintUserId(), { performanceId, places: [5] })
  })
})
