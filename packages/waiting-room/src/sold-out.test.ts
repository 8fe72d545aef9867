import { describe, expect, test } from "bun:test"
import { BookingId, type PerformanceId, type UserId } from "@podo/contract/ids"
import { mintPerformance, mintUserId } from "@podo/db/testing"
import { openTestStores } from "@podo/stores/testing"
import { keysOfPerformance } from "@podo/redis/performance-keys"
import { beginConfirm } from "@podo/seating/begin-confirm"
import { claimPlaces } from "@podo/seating/claim-places"
import { reopenPlaces } from "@podo/seating/reopen-places"
import { settleConfirm } from "@podo/seating/settle-confirm"
import { letReturn } from "@podo/seating/testing"
import { enterRoom } from "./enter-room.ts"
import { readRoom } from "./read-room.ts"
import { readStanding } from "./read-standing.ts"
import { mintLine } from "./testing/testing.ts"
import { tickRoom } from "./tick-room.ts"

const stores = await openTestStores()

/** Two people and the last two places: the first one holds them, the second one waits. */
async function lastPlaces(whenSoldOut: "close" | "keep") {
  const { performanceId } = await mintPerformance(stores, {
    capacity: 2,
    room: { capacity: 1, whenSoldOut },
  })
  const [buyer, next] = (await mintLine(stores, performanceId, 2)) as [UserId, UserId]
  await tickRoom(stores, performanceId)
  const { holdId } = await claimPlaces(stores, buyer, { performanceId, places: [0, 1] })
  const bookingId = BookingId.parse(Bun.randomUUIDv7())
  return { confirming: { performanceId, holdId, bookingId, userId: buyer }, performanceId, next }
}

type Confirming = Awaited<ReturnType<typeof lastPlaces>>["confirming"]

const stateOf = async (performanceId: PerformanceId, user: UserId) =>
  (await readStanding(stores, user, { performanceId })).state

async function book(confirming: Confirming) {
  await beginConfirm(stores, confirming)
  await settleConfirm(stores, confirming, [0, 1])
}

/** The messages to everybody in line, the last one last. */
async function toldOf(performanceId: PerformanceId) {
  const { feed } = keysOfPerformance(performanceId)
  const entries = (await stores.redis.xrange(feed, "-", "+")) as [string, string[]][]
  return entries.flatMap(([, [name, text = ""]]) => (name === "line" ? [JSON.parse(text)] : []))
}

describe("a line whose sale is sold out", () => {
  test("stays as long as somebody holds the last places, or is booking them", async () => {
    const { confirming, performanceId, next } = await lastPlaces("close")
    for (const step of [() => Promise.resolve(), () => beginConfirm(stores, confirming)]) {
      await step()
      expect(await tickRoom(stores, performanceId)).toMatchObject({ admitted: 0, waiting: 1 })
      expect(await stateOf(performanceId, next)).toBe("waiting")
    }
  })

  test("ends when they are booked, where it says so, and everybody is told", async () => {
    const { confirming, performanceId, next } = await lastPlaces("close")
    const { pace, people } = keysOfPerformance(performanceId)
    await book(confirming)
    // They know at once, also before the next tick.
    expect(await stateOf(performanceId, next)).toBe("sold-out")
    await stores.redis.hdel(pace, "toldAt")
    expect(await tickRoom(stores, performanceId)).toMatchObject({ waiting: 0, inside: 0 })
    expect((await toldOf(performanceId)).at(-1)).toMatchObject({ phase: "sold-out", waiting: 0 })
    expect(await enterRoom(stores, mintUserId(), { performanceId })).toMatchObject({
      state: "sold-out",
    })
    expect(await stores.redis.exists(people)).toBe(0)
  })

  test("begins anew when a place comes back, with who comes then", async () => {
    const { confirming, performanceId, next } = await lastPlaces("close")
    await book(confirming)
    await tickRoom(stores, performanceId)
    const late = mintUserId()
    await reopenPlaces(stores, confirming, [0, 1])
    expect(await stateOf(performanceId, next)).toBe("absent")
    await enterRoom(stores, late, { performanceId })
    await enterRoom(stores, next, { performanceId })
    // A returning place is not open yet.
    expect(await tickRoom(stores, performanceId)).toMatchObject({ admitted: 0, waiting: 2 })
    await letReturn(stores, performanceId)
    await stores.redis.hdel(keysOfPerformance(performanceId).pace, "tokens")
    expect(await tickRoom(stores, performanceId)).toMatchObject({ admitted: 1, waiting: 1 })
    expect(await stateOf(performanceId, late)).toBe("admitted")
  })

  test("waits for what comes back where it says so", async () => {
    const { confirming, performanceId, next } = await lastPlaces("keep")
    await book(confirming)
    expect(await tickRoom(stores, performanceId)).toMatchObject({ admitted: 0, waiting: 1 })
    expect(await readRoom(stores, { performanceId })).toMatchObject({ phase: "open" })
    await reopenPlaces(stores, confirming, [0, 1])
    await letReturn(stores, performanceId)
    expect(await tickRoom(stores, performanceId)).toMatchObject({ admitted: 1, waiting: 0 })
    expect(await stateOf(performanceId, next)).toBe("admitted")
  })
})
