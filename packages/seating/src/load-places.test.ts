import { describe, expect, test } from "bun:test"
import { PerformanceId } from "@podo/contract/ids"
import { race, until } from "@podo/db/racing"
import { mintPerformance, mintUserId } from "@podo/db/testing"
import { openTestStores } from "@podo/stores/testing"
import { keysOfPerformance } from "@podo/redis/performance-keys"
import { sql } from "kysely"
import { claimPlaces } from "./claim-places.ts"
import { loadPlaces } from "./load-places.ts"
import { findHold } from "./find-hold.ts"
import { readAvailability } from "./read-availability.ts"
import { releaseHold } from "./release-hold.ts"
import { forgetPlaces } from "./testing/testing.ts"

const stores = await openTestStores()
const placesOf = async (performanceId: PerformanceId) =>
  (await readAvailability(stores, { performanceId })).places

describe("a performance that Redis has forgotten", () => {
  test("is loaded once, however many ask at the same moment", async () => {
    const { performanceId } = await mintPerformance(stores)
    const { won } = await race(100, () =>
      claimPlaces(stores, mintUserId(), { performanceId, places: [7] }),
    )
    expect(won).toHaveLength(1)
    const { feed } = keysOfPerformance(performanceId)
    const loads = (await stores.redis.xrange(feed, "-", "+")).filter(([, entry]) =>
      entry.includes("loaded"),
    )
    expect(loads).toHaveLength(1)
  })

  test("is a newer revision for those who saw it before", async () => {
    const { performanceId } = await mintPerformance(stores)
    await claimPlaces(stores, mintUserId(), { performanceId, places: [7] })
    const before = await readAvailability(stores, { performanceId })
    await forgetPlaces(stores, performanceId)
    const after = await readAvailability(stores, { performanceId })
    expect(after.places).toBe("..........")
    expect(after.revision > before.revision).toBe(true)
  })

  for (const name of ["sale", "places", "runStarts", "ranks"] as const) {
    test(`is loaded anew when only its key ${name} is gone`, async () => {
      const { performanceId, area } = await mintPerformance(stores)
      const user = mintUserId()
      const first = await claimPlaces(stores, user, { performanceId, places: [7] })
      await stores.redis.del(keysOfPerformance(performanceId)[name])
      await releaseHold(stores, user, first)
      expect(await findHold(stores, user, { performanceId })).toBeNull()
      const named = await claimPlaces(stores, user, { performanceId, places: [7] })
      expect(named.places).toEqual([7])
      const any = await claimPlaces(stores, mintUserId(), { performanceId, area, quantity: 2 })
      expect(any.places).toEqual([5, 6])
      expect(await placesOf(performanceId)).toBe(".....hhh..")
    })
  }

  test("is not loaded by one who read it before somebody else could have changed it", async () => {
    const { performanceId } = await mintPerformance(stores)
    const { places, loadLock } = keysOfPerformance(performanceId)
    await stores.db.connection().execute(async (connection) => {
      await sql`LOCK TABLES sold_place WRITE`.execute(connection)
      const loading = loadPlaces(stores, performanceId)
      await until(async () => (await stores.redis.del(loadLock)) === 1)
      await sql`UNLOCK TABLES`.execute(connection)
      await loading
    })
    expect(await stores.redis.exists(places)).toBe(0)
  })
})
