import { describe, expect, test } from "bun:test"
import { race } from "@podo/db/racing"
import { mintPerformance, mintUserId } from "@podo/db/testing"
import { openTestStores } from "@podo/stores/testing"
import { keysOfPerformance } from "@podo/redis/performance-keys"
import { claimPlaces } from "./claim-places.ts"
import { foldRuns } from "./fold-runs.ts"
import { readRunsInRedis } from "./read-runs.ts"
import { releaseHold } from "./release-hold.ts"
import { sweepHolds } from "./sweep-holds.ts"

const stores = await openTestStores()

/** A hall of one row for each ten places, and the runs of it as they are written, folded or not. */
async function mintHall(capacity = 60) {
  const minted = await mintPerformance(stores, { capacity, limitPerUser: 8 })
  const { performanceId } = minted
  const keys = keysOfPerformance(performanceId)
  const claim = (places: number[], user = mintUserId()) =>
    claimPlaces(stores, user, { performanceId, places })
  const best = (quantity: number) => claimPlaces(stores, mintUserId(), { performanceId, quantity })
  const written = async () => stores.redis.zrange(keys.runs, 0, "-1", "WITHSCORES")
  const folded = async () => stores.redis.hget(keys.sale, "folded")
  const isRight = async () => {
    const { said, meant } = await readRunsInRedis(stores, performanceId)
    expect(said.runs).toEqual(meant.runs)
  }
  return { ...minted, keys, claim, best, written, folded, isRight }
}

describe("the runs of a hall", () => {
  test("are left alone by who names places, and brought up by who asks for the best", async () => {
    const { claim, best, written, isRight } = await mintHall()
    const { places: taken } = await best(2)
    const before = await written()
    const user = mintUserId()
    await releaseHold(stores, user, await claim([10, 11], user))
    await claim([12, 14, 16])
    expect(await written()).toEqual(before)
    const { places } = await best(8)
    expect([...places, ...taken, 12, 14, 16]).toHaveLength(13)
    expect(new Set([...places, ...taken, 12, 14, 16]).size).toBe(13)
    expect(await written()).not.toEqual(before)
    await isRight()
  })

  test("are right where a choice among the best gives up places of another row", async () => {
    const { claim, performanceId, isRight } = await mintHall()
    const user = mintUserId()
    // The front, of which two ends are left. Chosen places come before those given up.
    await claim([51, 52, 53, 54, 55, 56, 57, 58])
    await claim([59], user)
    const { places } = await claimPlaces(stores, user, { performanceId, quantity: 2 })
    expect(places).toEqual([44, 45])
    await isRight()
  })

  test("are brought up by the sweeper", async () => {
    const { claim, best, written, folded, keys, performanceId } = await mintHall()
    await best(1)
    const before = await written()
    await claim([50, 51, 53])
    await sweepHolds(stores, performanceId)
    expect(await written()).not.toEqual(before)
    const [newest] = await stores.redis.xrevrange(keys.feed, "+", "-", "COUNT", 1)
    expect(await folded()).toBe(newest?.[0] ?? "")
  })

  test("are written anew where the feed was cut before they were, or is lost", async () => {
    for (const lose of ["xtrim", "del"] as const) {
      const { claim, best, keys, isRight } = await mintHall()
      await best(1)
      // Each in a row of its own.
      for (const place of [3, 13, 23, 33, 43]) await claim([place])
      if (lose === "xtrim") await stores.redis.xtrim(keys.feed, "MAXLEN", 2)
      else await stores.redis.del(keys.feed)
      await claim([53])
      const { places } = await best(8)
      expect(places).toHaveLength(8)
      await isRight()
    }
  })

  test("are right however much has happened since, and however many ask at once", async () => {
    const { claim, best, isRight } = await mintHall(600)
    await best(1)
    const named = Array.from({ length: 300 }, (_, at) => 2 * at)
    await race(300, (runner) => claim([named[runner] ?? 0]))
    const { won } = await race(100, () => best(2))
    const places = won.flatMap((hold) => hold.places)
    expect(won).toHaveLength(100)
    expect(new Set(places).size).toBe(200)
    await isRight()
  })

  test("and folding what is folded changes nothing", async () => {
    const { claim, written, performanceId } = await mintHall()
    await claim([10, 12])
    await foldRuns(stores, performanceId)
    const before = await written()
    await Promise.all([foldRuns(stores, performanceId), foldRuns(stores, performanceId)])
    expect(await written()).toEqual(before)
  })
})
