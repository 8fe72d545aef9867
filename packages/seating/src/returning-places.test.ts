import { describe, expect, test } from "bun:test"
import type { PerformanceId, UserId } from "@podo/contract/ids"
import { race, refusalOf } from "@podo/db/racing"
import { mintPerformance, mintUserId } from "@podo/db/testing"
import { openTestStores } from "@podo/stores/testing"
import { keysOfPerformance } from "@podo/redis/performance-keys"
import { claimPlaces } from "./claim-places.ts"
import { extendHold } from "./extend-hold.ts"
import { findHold } from "./find-hold.ts"
import { readAvailability } from "./read-availability.ts"
import { releaseHold } from "./release-hold.ts"
import { sweepHolds } from "./sweep-holds.ts"
import {
  forgetPlaces,
  lapseHold,
  letReturn,
  makeDue,
  putOffReturn,
  returningIn,
} from "./testing/testing.ts"

const stores = await openTestStores()
const placesOf = async (performanceId: PerformanceId) =>
  (await readAvailability(stores, { performanceId })).places

const claim = (userId: UserId, performanceId: PerformanceId, ...places: number[]) =>
  claimPlaces(stores, userId, { performanceId, places })

/** Somebody holds these places until their time runs out. */
async function lapse(performanceId: PerformanceId, ...places: number[]) {
  const user = mintUserId()
  const { holdId } = await claim(user, performanceId, ...places)
  await lapseHold(stores, performanceId, holdId)
  return { user, performanceId, holdId }
}

/** So many people hold two places each, from the first place on. */
async function holdPairs(performanceId: PerformanceId, count: number) {
  const held = []
  for (let pair = 0; pair < count; pair++) {
    const user = mintUserId()
    const { holdId, places } = await claim(user, performanceId, pair * 2, pair * 2 + 1)
    held.push({ user, holdId, places })
  }
  return held
}

const momentsOf = (performanceId: PerformanceId) => returningIn(stores, performanceId)

describe("a hold ends by itself", () => {
  test("and its places open after a while, without any sweeper", async () => {
    const { performanceId } = await mintPerformance(stores)
    const { user } = await lapse(performanceId, 0, 1)
    expect(await findHold(stores, user, { performanceId })).toBeNull()
    const early = await refusalOf(claim(mintUserId(), performanceId, 1, 2))
    expect(early).toEqual({ code: "PLACES_TAKEN", places: [1] })
    expect(await placesOf(performanceId)).toBe("hh........")
    await makeDue(stores, performanceId)
    expect((await claim(mintUserId(), performanceId, 1, 2)).places).toEqual([1, 2])
    expect(await placesOf(performanceId)).toBe(".hh.......")
  })

  // A person who lets a hold lapse knows when it does, and so does one who has watched it begin: neither knows when it
  // opens, and neither gets it by being there at the moment at which it lapses.
  test("and two who camp on it learn nothing of the moment", async () => {
    const { performanceId } = await mintPerformance(stores)
    const { user } = await lapse(performanceId, 3)
    const campers = [user, mintUserId()]
    const { won, refused } = await race(40, (runner) =>
      claim(campers[runner % 2] ?? user, performanceId, 3),
    )
    expect({ won, refused }).toEqual({ won: [], refused: { PLACES_TAKEN: 40 } })
    await putOffReturn(stores, performanceId)
    const [moment] = (await momentsOf(performanceId)).values()
    await race(40, (runner) => claim(campers[runner % 2] ?? user, performanceId, 3))
    // Asking again and again neither hastens it nor puts it off.
    expect([...(await momentsOf(performanceId)).values()]).toEqual([moment ?? 0])
    await makeDue(stores, performanceId)
    expect((await race(40, () => claim(mintUserId(), performanceId, 3))).won).toHaveLength(1)
  })

  test("and the feed does not tell that it has begun to return", async () => {
    const { performanceId } = await mintPerformance(stores)
    const { user } = await lapse(performanceId, 3)
    const { revision } = await readAvailability(stores, { performanceId })
    await sweepHolds(stores, performanceId)
    const { feed } = keysOfPerformance(performanceId)
    const told = await stores.redis.xrange(feed, `(${revision}`, "+")
    expect(told.map(([, fields]) => fields)).toEqual([["users", user]])
  })

  test("and all that it held opens at one moment, between 1 and 8 s later, each hold at its own", async () => {
    const { performanceId } = await mintPerformance(stores, { capacity: 120 })
    for (const { holdId } of await holdPairs(performanceId, 60)) {
      await lapseHold(stores, performanceId, holdId)
    }
    const before = Date.now()
    await sweepHolds(stores, performanceId)
    const moments = await momentsOf(performanceId)
    const delays = Array.from({ length: 60 }, (_, pair) => (moments.get(pair * 2) ?? 0) - before)
    for (let pair = 0; pair < 60; pair++) {
      expect(moments.get(pair * 2 + 1)).toBe(moments.get(pair * 2) ?? 0)
    }
    expect(Math.min(...delays)).toBeGreaterThanOrEqual(1_000)
    expect(Math.max(...delays)).toBeLessThan(8_000 + Date.now() - before + 1)
    expect(new Set(delays).size).toBeGreaterThan(40)
    // Spread over all of the time: each of its seven seconds has some.
    const seconds = new Set(delays.map((delay) => Math.floor((delay - 1_000) / 1_000)))
    expect(seconds.size).toBeGreaterThanOrEqual(6)
  })

  test("also behind more lapsed holds than one claim cleans up", async () => {
    const { performanceId } = await mintPerformance(stores, { capacity: 120 })
    const held = await holdPairs(performanceId, 60)
    for (const { holdId } of held) await lapseHold(stores, performanceId, holdId)
    // Behind the sixteen that any claim cleans up first, in the order of their ids.
    const last = held.toSorted((one, other) => (one.holdId < other.holdId ? 1 : -1))
    // Neither whose they were nor anybody else has them for being there first.
    for (const [index, { user, places }] of last.slice(0, 2).entries()) {
      const camper = index === 0 ? user : mintUserId()
      const refused = await refusalOf(claim(camper, performanceId, ...places))
      expect(refused).toEqual({ code: "PLACES_TAKEN", places })
    }
    await sweepHolds(stores, performanceId)
    await makeDue(stores, performanceId)
    // And places due are opened in turn as well.
    const [mine] = last
    await race(3, () => claim(mintUserId(), performanceId, 0))
    const hold = await claim(mintUserId(), performanceId, ...(mine?.places ?? []))
    expect(hold.places).toEqual(mine?.places ?? [])
  })

  test("and whoever asks for the best finds what is due, also behind more than one claim opens", async () => {
    const { performanceId, area } = await mintPerformance(stores, { capacity: 144, areas: 2 })
    for (const { holdId } of await holdPairs(performanceId, 72)) {
      await lapseHold(stores, performanceId, holdId)
    }
    const asked = { performanceId, area, quantity: 4 }
    await sweepHolds(stores, performanceId)
    await putOffReturn(stores, performanceId)
    const none = await refusalOf(claimPlaces(stores, mintUserId(), asked))
    expect(none).toEqual({ code: "NOT_ENOUGH_PLACES", remaining: 0 })
    const { due } = keysOfPerformance(performanceId)
    const moments = Array.from({ length: 144 }, (_, place) => [1_000 - place, `p:${place}`]).flat()
    await stores.redis.zadd(due, ...moments)
    expect((await claimPlaces(stores, mintUserId(), asked)).places).toHaveLength(4)
  })

  test("and what opens at one moment opens together, however much that is", async () => {
    const { performanceId } = await mintPerformance(stores, { capacity: 120 })
    for (const { holdId } of await holdPairs(performanceId, 60)) {
      await lapseHold(stores, performanceId, holdId)
    }
    await sweepHolds(stores, performanceId)
    await makeDue(stores, performanceId)
    await claim(mintUserId(), performanceId, 0)
    expect(await placesOf(performanceId)).toBe(`h${".".repeat(119)}`)
  })

  test("and whoever is too late to give it back or to extend it finds that it has lapsed", async () => {
    for (const late of [releaseHold, extendHold]) {
      const { performanceId } = await mintPerformance(stores)
      const { user, holdId } = await lapse(performanceId, 3)
      await late(stores, user, { performanceId, holdId }).catch(() => undefined)
      expect(await placesOf(performanceId)).toBe("...h......")
      expect([...(await momentsOf(performanceId)).keys()]).toEqual([3])
    }
  })

  test("and the sweeper shows everybody that its places are open", async () => {
    const { performanceId } = await mintPerformance(stores)
    await lapse(performanceId, 0, 1)
    await sweepHolds(stores, performanceId)
    const before = await readAvailability(stores, { performanceId })
    expect(before.places).toBe("hh........")
    await letReturn(stores, performanceId)
    const after = await readAvailability(stores, { performanceId })
    expect(after.places).toBe("..........")
    expect(after.revision > before.revision).toBe(true)
  })

  test("and nothing returns any more in a performance that was loaded anew: it is open", async () => {
    const { performanceId } = await mintPerformance(stores)
    await lapse(performanceId, 3)
    await sweepHolds(stores, performanceId)
    await stores.redis.del(keysOfPerformance(performanceId).places)
    expect(await placesOf(performanceId)).toBe("..........")
    expect((await momentsOf(performanceId)).size).toBe(0)
    await forgetPlaces(stores, performanceId)
    expect((await claim(mintUserId(), performanceId, 3)).places).toEqual([3])
  })
})

describe("a hold given up in time is open at once", () => {
  test("given back, or replaced by another choice", async () => {
    const { performanceId } = await mintPerformance(stores)
    const user = mintUserId()
    await claim(user, performanceId, 0)
    const second = await claim(user, performanceId, 1)
    expect((await claim(mintUserId(), performanceId, 0)).places).toEqual([0])
    await releaseHold(stores, user, second)
    expect((await claim(mintUserId(), performanceId, 1)).places).toEqual([1])
  })
})
