import { describe, expect, test } from "bun:test"
import { type PerformanceId } from "@podo/contract/ids"
import { mintPerformance, mintUserId } from "@podo/db/testing"
import { openTestStores } from "@podo/stores/testing"
import { keysOfPerformance } from "@podo/redis/performance-keys"
import { claimPlaces } from "@podo/seating/claim-places"
import { readAvailability } from "@podo/seating/read-availability"
import { forgetPlaces, lapseHold, returningIn } from "@podo/seating/testing"
import { enterRoom } from "@podo/waiting-room/enter-room"
import { readStanding } from "@podo/waiting-room/read-standing"
import { repairPerformance } from "./repair-performance.ts"
import { sweepPerformance } from "./sweep.ts"
import { dieConfirming } from "./testing/testing.ts"
import { verifyPerformance } from "./verify-performance.ts"

const stores = await openTestStores()
const placesIn = async (performanceId: PerformanceId) =>
  (await readAvailability(stores, { performanceId })).places

const driftOf = async (performanceId: PerformanceId) =>
  (await verifyPerformance(stores, performanceId)).drift

describe("the verifier", () => {
  test("finds what Redis has wrong, and repairs it from MySQL", async () => {
    const { performanceId } = await mintPerformance(stores)
    const user = mintUserId()
    await dieConfirming(stores, user, performanceId, true)
    await sweepPerformance(stores, performanceId)
    const keys = await stores.redis.keys(`*{${performanceId}}`)
    const key = (name: string) => keys.find((one) => one.startsWith(`${name}-`)) ?? name
    await stores.redis.setrange(key("places"), 3, ".")
    await stores.redis.setrange(key("places"), 7, "b")
    await stores.redis.hset(key("owner"), 7, crypto.randomUUID())
    await stores.redis.setrange(key("places"), 8, "h")
    await stores.redis.hset(key("sale"), "open:floor", 99)
    await stores.redis.hset(key("users"), user, "7 0 -")
    const verification = await verifyPerformance(stores, performanceId)
    expect(new Set(verification.drift.map(({ what }) => what))).toEqual(
      new Set(["place", "held without hold", "open counter", "booked-by", "run"]),
    )
    await repairPerformance(stores, verification)
    expect(await placesIn(performanceId)).toBe("...bb.....")
    expect(await driftOf(performanceId)).toEqual([])
  })

  test("lets be what is returning, and ends what seems to and is not", async () => {
    const { performanceId } = await mintPerformance(stores)
    const { holdId } = await claimPlaces(stores, mintUserId(), { performanceId, places: [0, 1, 2] })
    const held = await claimPlaces(stores, mintUserId(), { performanceId, places: [5] })
    await lapseHold(stores, performanceId, holdId)
    await sweepPerformance(stores, performanceId)
    expect(await driftOf(performanceId)).toEqual([])
    const keys = keysOfPerformance(performanceId)
    const soon = (await returningIn(stores, performanceId)).get(0) ?? 0
    await stores.redis.zrem(keys.due, "p:1")
    await stores.redis.setrange(keys.places, 2, ".")
    await stores.redis.zadd(keys.due, 1, "p:5", 1, "p:7")
    const verification = await verifyPerformance(stores, performanceId)
    expect(verification.drift.filter(({ what }) => what !== "run")).toEqual([
      { store: "redis", what: "held without hold", place: 1 },
      { store: "redis", what: "not returning", place: 2 },
      { store: "redis", what: "not returning", place: 5 },
      { store: "redis", what: "not returning", place: 7 },
      { store: "redis", what: "open counter", area: "floor", counted: 7, open: 6 },
    ])
    await repairPerformance(stores, verification)
    expect(await placesIn(performanceId)).toBe("h....h....")
    expect(await returningIn(stores, performanceId)).toEqual(new Map([[0, soon]]))
    expect(await driftOf(performanceId)).toEqual([])
    expect(held.places).toEqual([5])
  })

  test("need not come first: what is wrongly listed as returning does not open under its holder", async () => {
    const { performanceId } = await mintPerformance(stores)
    await claimPlaces(stores, mintUserId(), { performanceId, places: [5] })
    await stores.redis.zadd(keysOfPerformance(performanceId).due, 1, "p:5")
    await sweepPerformance(stores, performanceId)
    expect(await placesIn(performanceId)).toBe(".....h....")
    expect(await driftOf(performanceId)).toEqual([])
  })

  test("repairs the owners of what is booked, and counts nobody's places twice", async () => {
    const { performanceId } = await mintPerformance(stores)
    await dieConfirming(stores, mintUserId(), performanceId, true)
    await sweepPerformance(stores, performanceId)
    await stores.redis.del(keysOfPerformance(performanceId).owner)
    await repairPerformance(stores, await verifyPerformance(stores, performanceId))
    expect(await driftOf(performanceId)).toEqual([])
  })

  test("finds what Redis has wrong of a waiting room, and leaves its line as it is", async () => {
    const { performanceId } = await mintPerformance(stores, { room: { capacity: 7 } })
    const user = mintUserId()
    await enterRoom(stores, user, { performanceId })
    expect(await driftOf(performanceId)).toEqual([])
    const { room } = keysOfPerformance(performanceId)
    await stores.redis.hset(room, { capacity: 9_000, hasDraw: 1, version: 99 })
    const verification = await verifyPerformance(stores, performanceId)
    const wrong = { store: "redis", what: "room" } as const
    expect(verification.drift).toEqual([
      { ...wrong, field: "hasDraw", said: "1", meant: "0" },
      { ...wrong, field: "capacity", said: "9000", meant: "7" },
      { ...wrong, field: "version", said: "99", meant: "1" },
    ])
    await repairPerformance(stores, verification)
    expect(await driftOf(performanceId)).toEqual([])
    const { state, position } = await readStanding(stores, user, { performanceId })
    expect([state, position]).toEqual(["waiting", 1])
  })

  test("finds what MySQL has wrong, and leaves it for a person", async () => {
    const { performanceId } = await mintPerformance(stores)
    const user = mintUserId()
    const { bookingId } = await dieConfirming(stores, user, performanceId, true)
    await stores.db
      .deleteFrom("soldPlace")
      .where("performanceId", "=", performanceId)
      .where("place", "=", 3)
      .execute()
    await stores.db
      .updateTable("userQuota")
      .where("performanceId", "=", performanceId)
      .set({ booked: 1 })
      .execute()
    await stores.db.updateTable("booking").where("id", "=", bookingId).set({ total: 1 }).execute()
    await forgetPlaces(stores, performanceId)
    const { drift } = await verifyPerformance(stores, performanceId)
    expect(drift).toEqual([
      { store: "mysql", what: "wrong total", bookingId },
      { store: "mysql", what: "booking without place", place: 3 },
      { store: "mysql", what: "quota", userId: user, counted: 2, booked: 1 },
    ])
  })
})
