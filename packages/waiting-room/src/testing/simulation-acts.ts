import { expect } from "bun:test"
import { BookingId, type UserId } from "@podo/contract/ids"
import { Refused } from "@podo/contract/refusal"
import type { Standing } from "@podo/contract/waiting-room"
import { beginConfirm } from "@podo/seating/begin-confirm"
import { claimPlaces } from "@podo/seating/claim-places"
import { releaseHold } from "@podo/seating/release-hold"
import { reopenPlaces } from "@podo/seating/reopen-places"
import { settleConfirm } from "@podo/seating/settle-confirm"
import { sweepHolds } from "@podo/seating/sweep-holds"
import { forgiveLetGo, lapseHold, letReturn, putOffReturn } from "@podo/seating/testing"
import { enterRoom } from "../enter-room.ts"
import { leaveRoom } from "../leave-room.ts"
import { readStanding } from "../read-standing.ts"
import { seePeople } from "../see-people.ts"
import { PLACES, type Terms } from "./simulation-model.ts"
import type { Run } from "./simulation-run.ts"
import { takeBack } from "../take-back.ts"
import { endAdmissions, goAway, passTime } from "./testing.ts"
import { tickRoom } from "../tick-room.ts"

/** The people whom an act let in. */
type Act = (run: Run) => Promise<UserId[] | void>

const someone = (run: Run) => run.pick(run.users) as UserId

async function enter(run: Run) {
  const { stores, model } = run
  const user = someone(run)
  model.enter(user, Number.parseInt(run.drawOf(user), 16))
  expectStanding(run, user, await enterRoom(stores, user, run))
}

/** Several at once, some of them twice. */
async function enterTogether(run: Run) {
  const { stores, model } = run
  const users = Array.from({ length: 2 + run.below(4) }, () => someone(run))
  for (const user of users) model.enter(user, Number.parseInt(run.drawOf(user), 16))
  const standings = await Promise.all(users.map((user) => enterRoom(stores, user, run)))
  for (const [at, standing] of standings.entries()) {
    expectStanding(run, users[at] as UserId, standing)
  }
}

function expectStanding(
  run: Run,
  user: UserId,
  { state, ahead }: Pick<Standing, "state" | "ahead">,
) {
  expect<Pick<Standing, "state" | "ahead">>({ state, ahead }).toEqual(run.model.standingOf(user))
}

async function ask(run: Run) {
  const user = someone(run)
  expectStanding(run, user, await readStanding(run.stores, user, run))
  if (run.model.line.some((one) => one.user === user)) run.model.away.delete(user)
}

async function beSeen(run: Run) {
  const users = [someone(run), someone(run)]
  await seePeople(run.stores, run.performanceId, users)
  for (const user of users) run.model.away.delete(user)
}

async function leave(run: Run) {
  const user = someone(run)
  run.model.leave(user)
  expectStanding(run, user, await leaveRoom(run.stores, user, run))
}

async function vanish(run: Run) {
  const users = run.model.line.filter(() => run.random() < 0.4).map(({ user }) => user)
  await goAway(run.stores, run.performanceId, users)
  for (const user of users) run.model.away.add(user)
}

/** Several workers at once. */
async function tick(run: Run) {
  const { model, stores, performanceId } = run
  const calls = model.beginTick()
  const { vacant, present, terms } = model
  const ticks = await Promise.all(
    Array.from({ length: 1 + run.below(3) }, () => tickRoom(stores, performanceId)),
  )
  const sum = (what: "admitted" | "noShows") => ticks.reduce((all, one) => all + one[what], 0)
  const admitted = sum("admitted")
  expect(admitted).toBeLessThanOrEqual(vacant)
  if (!calls) expect(admitted + sum("noShows")).toBe(0)
  const burst = Math.max(1, Math.floor(terms.perMinute / 60))
  if (run.isRested) expect(admitted).toBeGreaterThanOrEqual(Math.min(vacant, present, burst))
  const called = model.line.slice(0, admitted + sum("noShows")).at(-1)
  const isLastOfLine = admitted + sum("noShows") === model.line.length
  // A call passes over the absent only: the last one who is called comes, or there is nobody left.
  if (called && !isLastOfLine) expect(model.away.has(called.user)).toBe(false)
  const came = model.call(admitted + sum("noShows"))
  expect(came).toHaveLength(admitted)
  expect(ticks.at(-1)).toMatchObject({ inside: model.admitted.size, waiting: model.line.length })
  run.isRested = false
  return came
}

async function wait(run: Run) {
  const ms = run.pick([200, 1_000, 5_000, 20_000, 61_000]) ?? 0
  await passTime(run.stores, run.performanceId, ms)
  run.passedMs += ms
  run.isRested = ms > 60_000
}

/** Mostly by somebody who is inside, for what is open; now and then by anybody, for anything. */
function someClaim(run: Run) {
  const { model } = run
  const user = (run.random() < 0.75 && run.pick([...model.admitted])) || someone(run)
  const open = model.placesWhere((owner) => "open" in owner)
  const first = run.below(PLACES)
  const any = run.random() < 0.5 ? [first] : [first, (first + 1) % PLACES]
  const places = open.length > 0 && run.random() < 0.75 ? open.slice(0, 1 + run.below(2)) : any
  return { user, places }
}

async function claim(run: Run) {
  const { stores, model, performanceId } = run
  const { user, places } = someClaim(run)
  await forgiveLetGo(stores, performanceId)
  const no = model.noTo(user, places)
  const claimed = await claimPlaces(stores, user, { performanceId, places }).catch(
    (error: unknown) => {
      if (error instanceof Refused) return error.refusal.code
      throw error
    },
  )
  expect(typeof claimed === "string" ? claimed : undefined).toBe(no)
  if (typeof claimed === "string") return
  model.give(model.heldBy(user), { open: true })
  model.give(places, { heldBy: user })
  run.holds.set(user, claimed.holdId)
}

const someHold = (run: Run) => {
  const [userId, holdId] = run.pick([...run.holds]) ?? []
  if (!userId || !holdId) return
  run.holds.delete(userId)
  return { userId, holdId, places: run.model.heldBy(userId) }
}

/** Also by who is not inside any more: it was held in time. */
async function confirm(run: Run) {
  const { stores, model, performanceId } = run
  const hold = someHold(run)
  if (!hold) return
  const bookingId = BookingId.parse(Bun.randomUUIDv7())
  const confirming = { ...hold, performanceId, bookingId }
  expect(await beginConfirm(stores, confirming)).toMatchObject({ places: hold.places })
  expect(await settleConfirm(stores, confirming, hold.places)).toBe(true)
  model.give(hold.places, { bookedBy: hold.userId })
  model.endAdmission(hold.userId)
  run.bookings.set(bookingId, hold)
}

async function buy(run: Run) {
  await claim(run)
  await confirm(run)
}

async function cancel(run: Run) {
  const [bookingId, booking] = run.pick([...run.bookings]) ?? []
  if (!bookingId || !booking) return
  const { performanceId, model, stores } = run
  await reopenPlaces(stores, { ...booking, bookingId, performanceId }, booking.places)
  run.bookings.delete(bookingId)
  model.letGo(booking.places)
  await putOffReturn(stores, performanceId)
}

async function giveUp(run: Run) {
  const hold = someHold(run)
  if (!hold) return
  const { performanceId } = run
  await releaseHold(run.stores, hold.userId, { ...hold, performanceId })
  run.model.give(hold.places, { open: true })
}

async function lapse(run: Run) {
  const { stores, performanceId, model } = run
  const hold = someHold(run)
  if (!hold) return
  await lapseHold(stores, performanceId, hold.holdId)
  await sweepHolds(stores, performanceId)
  model.letGo(hold.places)
  await putOffReturn(stores, performanceId)
}

async function comeBack(run: Run) {
  await letReturn(run.stores, run.performanceId)
  run.model.give(
    run.model.placesWhere((owner) => "returning" in owner),
    { open: true },
  )
}

async function expire(run: Run) {
  const user = run.pick([...run.model.admitted])
  if (!user) return
  await endAdmissions(run.stores, run.performanceId, [user])
  run.model.expire(user)
}

async function sendOut(run: Run) {
  const { model, stores, performanceId } = run
  const user = run.pick([...model.admitted, ...run.holds.keys()]) ?? someone(run)
  const was = model.admitted.has(user)
  expect(await takeBack(stores, performanceId, user)).toBe(was)
  model.endAdmission(user)
  if (!was) return
  model.give(model.heldBy(user), { open: true })
  run.holds.delete(user)
}

async function steer(run: Run) {
  const { terms } = run.model
  const wished: Partial<Terms> =
    run.pick<Partial<Terms>>([
      { paused: !terms.paused },
      { paused: false },
      { draining: !terms.draining },
      { draining: false },
      { perMinute: run.pick([1, 60, 120, 600]) ?? 60 },
      { capacity: 1 + run.below(4) },
    ]) ?? {}
  Object.assign(terms, wished)
  const fields = Object.entries(wished).map(([field, value]) => [field, Number(value)] as const)
  await run.stores.redis.hset(run.keys.room, Object.fromEntries(fields))
  // The bucket fills by what the rate was while it filled.
  run.isRested = false
}

async function begin(run: Run) {
  await run.stores.redis.hset(run.keys.sale, "opensAt", Date.now() - 1)
  run.model.hasOpened = true
}

async function end(run: Run) {
  if (!run.model.hasOpened || run.random() < 0.9) return
  await run.stores.redis.hset(run.keys.sale, "closesAt", Date.now() - 1)
  run.model.hasClosed = true
}

const inLine = [enter, enter, enter, enterTogether, ask, beSeen, leave, vanish]
const inside = [claim, claim, buy, buy, buy, confirm, giveUp, lapse, comeBack, cancel]
const workers = [tick, tick, wait, wait, expire]
const desk = [steer, sendOut, end]

/** Something that happens: in a lobby mostly people come, and at some moment the sale opens. */
export function actOf(run: Run): Act {
  if (!run.model.hasOpened)
    return run.pick<Act>([...inLine, enter, enter, tick, claim, begin]) ?? enter
  const share = run.random()
  if (share < 0.3) return run.pick<Act>(inLine) ?? enter
  if (share < 0.6) return run.pick<Act>(inside) ?? claim
  return run.pick<Act>(share < 0.93 ? workers : desk) ?? tick
}
