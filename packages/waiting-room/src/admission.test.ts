import { describe, expect, test } from "bun:test"
import type { UserId } from "@podo/contract/ids"
import { mintPerformance, mintUserId } from "@podo/db/testing"
import { openTestStores } from "@podo/stores/testing"
import { race, refusalOf } from "@podo/db/racing"
import { keysOfPerformance } from "@podo/redis/performance-keys"
import { claimPlaces } from "@podo/seating/claim-places"
import { readAvailability } from "@podo/seating/read-availability"
import { enterRoom } from "./enter-room.ts"
import { leaveRoom } from "./leave-room.ts"
import { readStanding } from "./read-standing.ts"
import { endAdmissions, goAway, passTime } from "./testing/testing.ts"
import { tickRoom } from "./tick-room.ts"

const stores = await openTestStores()
const people = (count: number): UserId[] => Array.from({ length: count }, mintUserId)

describe("the line", () => {
  test("lets people in exactly in the order in which Redis took them, whoever enters again", async () => {
    const { performanceId } = await mintPerformance(stores, {
      capacity: 1_000,
      room: { capacity: 10_000, perMinute: 6_000 },
    })
    // The first to come has the room loaded: a thousand who do so at once cost a second, and show nothing.
    await readStanding(stores, mintUserId(), { performanceId })
    const everybody = people(1_000)
    await Promise.all(everybody.map((user) => enterRoom(stores, user, { performanceId })))
    const { line } = keysOfPerformance(performanceId)
    const inLine = () => stores.redis.zrange(line, 0, "-1")
    const taken = await inLine()
    const nervous = everybody.filter((_, at) => at % 100 === 0)
    for (let again = 0; again < 10; again++) {
      await Promise.all(nervous.map((user) => enterRoom(stores, user, { performanceId })))
    }
    expect(await inLine()).toEqual(taken)
    let left = taken
    let ticks = 0
    while (left.length > 0) {
      await passTime(stores, performanceId, 1_000)
      const { admitted } = await tickRoom(stores, performanceId)
      // A person who stood behind another is never let in before them.
      left = left.slice(admitted)
      expect(await inLine()).toEqual(left)
      ticks += 1
    }
    // Some at a time, or nothing would be shown of an order.
    expect(ticks).toBeGreaterThanOrEqual(10)
  })

  test("passes over who is not there, and takes them back at the front", async () => {
    const { performanceId } = await mintPerformance(stores, {
      room: { capacity: 1, perMinute: 60 },
    })
    const [first, second, third] = people(3) as [UserId, UserId, UserId]
    for (const user of [first, second, third]) await enterRoom(stores, user, { performanceId })
    await goAway(stores, performanceId, [first])
    expect(await tickRoom(stores, performanceId)).toMatchObject({ admitted: 1, noShows: 1 })
    expect(await readStanding(stores, second, { performanceId })).toMatchObject({
      state: "admitted",
    })
    expect(await readStanding(stores, first, { performanceId })).toMatchObject({
      state: "absent",
      position: 1,
    })
    expect(await enterRoom(stores, first, { performanceId })).toMatchObject({
      state: "waiting",
      position: 1,
    })
    await leaveRoom(stores, second, { performanceId })
    await passTime(stores, performanceId, 60_000)
    await tickRoom(stores, performanceId)
    expect(await readStanding(stores, first, { performanceId })).toMatchObject({
      state: "admitted",
    })
    expect(await readStanding(stores, third, { performanceId })).toMatchObject({
      state: "waiting",
      ahead: 0,
    })
  })
})

describe("a claim", () => {
  test("is refused to whoever is not inside, and changes nothing", async () => {
    const { performanceId } = await mintPerformance(stores, { room: { capacity: 1 } })
    const other = await mintPerformance(stores, { room: { capacity: 1 } })
    const [inside, waiting, stranger] = people(3) as [UserId, UserId, UserId]
    await enterRoom(stores, inside, { performanceId })
    await enterRoom(stores, waiting, { performanceId })
    await tickRoom(stores, performanceId)
    const before = await readAvailability(stores, { performanceId })
    const claims = [
      () => claimPlaces(stores, waiting, { performanceId, places: [1] }),
      () => claimPlaces(stores, stranger, { performanceId, quantity: 2 }),
      () => claimPlaces(stores, inside, { performanceId: other.performanceId, places: [1] }),
    ]
    for (const claim of claims) expect(await refusalOf(claim())).toEqual({ code: "NOT_ADMITTED" })
    expect(await readAvailability(stores, { performanceId })).toEqual(before)
    await claimPlaces(stores, inside, { performanceId, places: [1] })
    await endAdmissions(stores, performanceId, [inside])
    expect(await refusalOf(claimPlaces(stores, inside, { performanceId, places: [2] }))).toEqual({
      code: "NOT_ADMITTED",
    })
  })

  test("is nobody's who only enters, however many at once", async () => {
    const { performanceId } = await mintPerformance(stores, { room: { capacity: 1 } })
    const { won } = await race(20, async () => {
      const user = mintUserId()
      await enterRoom(stores, user, { performanceId })
      return claimPlaces(stores, user, { performanceId, places: [1] })
    })
    expect(won).toEqual([])
  })
})
