import { describe, expect, test } from "bun:test"
import { BookingId, HoldId, PerformanceId } from "@podo/contract/ids"
import { race, refusalOf } from "@podo/db/racing"
import { mintPerformance, mintUserId } from "@podo/db/testing"
import { openTestStores } from "@podo/stores/testing"
import { keysOfPerformance } from "@podo/redis/performance-keys"
import { beginConfirm } from "./begin-confirm.ts"
import { claimPlaces } from "./claim-places.ts"
import { extendHold } from "./extend-hold.ts"
import { findHold } from "./find-hold.ts"
import { readAvailability } from "./read-availability.ts"
import { ageHold, forgetPlaces, lapseHold } from "./testing/testing.ts"

const stores = await openTestStores()
const HOLD_MS = 300_000

async function mintHold() {
  const { performanceId } = await mintPerformance(stores, { holdSeconds: HOLD_MS / 1000 })
  const user = mintUserId()
  const hold = await claimPlaces(stores, user, { performanceId, places: [4, 3] })
  return { performanceId, user, hold, holdId: hold.holdId }
}

describe("more time for a hold", () => {
  test("has all of it again, on every device and after a reload", async () => {
    const { performanceId, user, hold } = await mintHold()
    expect(hold.extendable).toBe(true)
    await ageHold(stores, performanceId, { holdId: hold.holdId, ms: HOLD_MS - 10_000 })
    const old = await findHold(stores, user, { performanceId })
    expect(old?.extendable).toBe(true)
    expect(old?.remainingMs).toBeLessThanOrEqual(10_000)
    const extended = await extendHold(stores, user, hold)
    expect(extended).toMatchObject({ ...hold, ...times(extended), extendable: false })
    expect(extended.remainingMs).toBe(HOLD_MS)
    const beganAt = new Date(extended.expiresAt).getTime() - extended.remainingMs
    expect(beganAt).toBeGreaterThanOrEqual(new Date(hold.expiresAt).getTime() - HOLD_MS)
    const found = await findHold(stores, user, { performanceId })
    expect(found).toEqual({ ...extended, remainingMs: found?.remainingMs ?? 0 })
    expect(found?.remainingMs).toBeGreaterThan(HOLD_MS - 10_000)
    expect(found?.remainingMs).toBeLessThanOrEqual(HOLD_MS)
    // The sweeper goes by the new time as well.
    const { due } = keysOfPerformance(performanceId)
    const lapsesAt = Number(await stores.redis.zscore(due, `h:${hold.holdId}`))
    expect(lapsesAt).toBe(new Date(extended.expiresAt).getTime())
  })

  test("has it once for each hold: one of other places begins anew", async () => {
    const { performanceId, user, hold } = await mintHold()
    await extendHold(stores, user, hold)
    const again = await refusalOf(extendHold(stores, user, hold))
    expect(again).toEqual({ code: "ALREADY_EXTENDED" })
    // The number of holds that can be let go ends this: ten, and time spent holding does not count.
    const next = await claimPlaces(stores, user, { performanceId, places: [5] })
    expect(next.extendable).toBe(true)
    expect((await extendHold(stores, user, next)).extendable).toBe(false)
    expect(await refusalOf(extendHold(stores, user, hold))).toEqual({ code: "HOLD_EXPIRED" })
  })

  test("has it once, however often it is asked for at the same moment", async () => {
    const { user, hold } = await mintHold()
    const { won, refused } = await race(50, () => extendHold(stores, user, hold))
    expect(won).toHaveLength(1)
    expect(refused).toEqual({ ALREADY_EXTENDED: 49 })
  })

  test("asks in time, for their own, and for one that is there", async () => {
    const { performanceId, user, hold, holdId } = await mintHold()
    const foreign = await refusalOf(extendHold(stores, mintUserId(), hold))
    expect(foreign).toEqual({ code: "NOT_FOUND", what: "hold" })
    await lapseHold(stores, performanceId, holdId)
    expect(await refusalOf(extendHold(stores, user, hold))).toEqual({ code: "HOLD_EXPIRED" })
    const unknown = { performanceId, holdId: HoldId.parse(Bun.randomUUIDv7()) }
    expect(await refusalOf(extendHold(stores, user, unknown))).toEqual({ code: "HOLD_EXPIRED" })
    const nowhere = { holdId, performanceId: PerformanceId.parse(Bun.randomUUIDv7()) }
    const missing = await refusalOf(extendHold(stores, user, nowhere))
    expect(missing).toEqual({ code: "NOT_FOUND", what: "performance" })
  })

  test("has none while it is being booked, nor after Redis has lost its memory", async () => {
    const { performanceId, user, hold, holdId } = await mintHold()
    const bookingId = BookingId.parse(Bun.randomUUIDv7())
    await beginConfirm(stores, { performanceId, holdId, bookingId, userId: user })
    const during = await refusalOf(extendHold(stores, user, hold))
    expect(during.code).toBe("CONFIRM_IN_PROGRESS")
    await forgetPlaces(stores, performanceId)
    expect(await refusalOf(extendHold(stores, user, hold))).toEqual({ code: "HOLD_EXPIRED" })
  })

  test("and their other devices are told, though no place changes", async () => {
    const { performanceId, user, hold } = await mintHold()
    const { revision, places } = await readAvailability(stores, { performanceId })
    await extendHold(stores, user, hold)
    const { feed } = keysOfPerformance(performanceId)
    const told = await stores.redis.xrange(feed, `(${revision}`, "+")
    expect(told.map(([, fields]) => fields)).toEqual([["users", user]])
    expect((await readAvailability(stores, { performanceId })).places).toBe(places)
  })
})

const times = ({ expiresAt, remainingMs }: { expiresAt: string; remainingMs: number }) => ({
  expiresAt,
  remainingMs,
})
