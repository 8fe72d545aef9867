import { describe, expect, test } from "bun:test"
import type { PerformanceId, UserId } from "@podo/contract/ids"
import { race, refusalOf } from "@podo/db/racing"
import { mintPerformance, mintUserId } from "@podo/db/testing"
import { openTestStores } from "@podo/stores/testing"
import { claimPlaces } from "./claim-places.ts"
import { findHold } from "./find-hold.ts"
import { readAvailability } from "./read-availability.ts"
import { releaseHold } from "./release-hold.ts"
import { sweepHolds } from "./sweep-holds.ts"
import { ageHold, forgivenIn, forgiveLetGo, lapseHold } from "./testing/testing.ts"

const stores = await openTestStores()
const MINUTE_MS = 60_000

type Ending = (userId: UserId, performanceId: PerformanceId, n: number) => Promise<unknown>

const claim = (userId: UserId, performanceId: PerformanceId, place: number) =>
  claimPlaces(stores, userId, { performanceId, places: [place] })

const giveBack: Ending = async (userId, performanceId, n) =>
  releaseHold(stores, userId, await claim(userId, performanceId, n))

const letLapse: Ending = async (userId, performanceId, n) => {
  const { holdId } = await claim(userId, performanceId, n)
  await lapseHold(stores, performanceId, holdId)
  await sweepHolds(stores, performanceId)
}

/** The first of them replaces nothing yet. */
const replace: Ending = async (userId, performanceId, n) => {
  if (n === 0) await claim(userId, performanceId, 20)
  const { area } = await areaOf(performanceId)
  const how = n % 2 ? { area, quantity: 1 } : { places: [n] }
  return claimPlaces(stores, userId, { performanceId, ...how })
}

/** So much time goes by, with this hold and with what was let go before. */
async function pass(performanceId: PerformanceId, holdId: string, ms: number) {
  await ageHold(stores, performanceId, { holdId, ms })
  await forgiveLetGo(stores, performanceId, ms)
}

const areas = new Map<PerformanceId, Awaited<ReturnType<typeof mintPerformance>>>()
async function areaOf(performanceId: PerformanceId) {
  const minted = areas.get(performanceId)
  if (!minted) throw new Error("Not minted here.")
  return minted
}

async function mint() {
  const minted = await mintPerformance(stores, { capacity: 40 })
  areas.set(minted.performanceId, minted)
  return minted.performanceId
}

async function letGo(ending: Ending, userId: UserId, performanceId: PerformanceId) {
  for (let n = 0; n < 10; n++) await ending(userId, performanceId, n)
}

describe("ten holds of a performance may be let go at once", () => {
  for (const [how, ending] of [
    ["given back", giveBack],
    ["lapsed", letLapse],
    ["replaced by another choice, named or not", replace],
  ] as const) {
    test(`${how}, and the next claim has to wait for a minute`, async () => {
      const performanceId = await mint()
      const user = mintUserId()
      await letGo(ending, user, performanceId)
      const held = await findHold(stores, user, { performanceId })
      const before = await readAvailability(stores, { performanceId })
      const refused = await refusalOf(claim(user, performanceId, 30))
      if (refused.code !== "TOO_MANY_HOLDS") throw new Error(refused.code)
      expect(refused.retryAfterMs).toBeGreaterThan(MINUTE_MS - 10_000)
      expect(refused.retryAfterMs).toBeLessThanOrEqual(MINUTE_MS)
      // A refusal changes nothing: what was held last is held still.
      expect(await readAvailability(stores, { performanceId })).toEqual(before)
      expect((await findHold(stores, user, { performanceId }))?.holdId).toBe(held?.holdId as never)
      await forgiveLetGo(stores, performanceId, refused.retryAfterMs - 5_000)
      expect((await refusalOf(claim(user, performanceId, 30))).code).toBe("TOO_MANY_HOLDS")
      await forgiveLetGo(stores, performanceId, 5_000)
      await giveBack(user, performanceId, 30)
      // One more each minute, and no more than that.
      expect((await refusalOf(claim(user, performanceId, 30))).code).toBe("TOO_MANY_HOLDS")
    })
  }

  test("however long each was held: time spent holding is not waiting", async () => {
    const performanceId = await mint()
    const user = mintUserId()
    let held = 0
    const { refused } = await race(1, async () => {
      for (; held < 100; held++) {
        const { holdId } = await claim(user, performanceId, held % 2)
        await pass(performanceId, holdId, 290_000)
      }
    })
    expect(refused).toEqual({ TOO_MANY_HOLDS: 1 })
    expect(held).toBeGreaterThan(10)
    expect(held).toBeLessThan(25)
  })

  test("and who takes half a minute for each choice has some more", async () => {
    const performanceId = await mint()
    const user = mintUserId()
    for (let n = 0; n < 15; n++) {
      const { holdId } = await claim(user, performanceId, n)
      await pass(performanceId, holdId, MINUTE_MS / 2)
    }
  })

  test("by each person, and in each performance", async () => {
    const [performanceId, other] = [await mint(), await mint()]
    const user = mintUserId()
    await letGo(giveBack, user, performanceId)
    const neighbour = mintUserId()
    await giveBack(neighbour, performanceId, 0)
    expect((await claim(neighbour, performanceId, 0)).places).toEqual([0])
    expect((await claim(user, other, 0)).places).toEqual([0])
  })

  test("and are forgotten when they are forgiven", async () => {
    const performanceId = await mint()
    const users = [mintUserId(), mintUserId(), mintUserId(), mintUserId()]
    for (const user of users) await giveBack(user, performanceId, 0)
    expect((await forgivenIn(stores, performanceId)).size).toBe(4)
    await forgiveLetGo(stores, performanceId)
    await giveBack(mintUserId(), performanceId, 0)
    await giveBack(mintUserId(), performanceId, 0)
    expect((await forgivenIn(stores, performanceId)).size).toBe(2)
  })
})
