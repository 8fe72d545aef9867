import { expect, test } from "bun:test"
import { mintPerformance } from "@podo/db/testing"
import { countStatements, openTestStores } from "@podo/stores/testing"
import { isSeedPublic, seedOf } from "./seeds.ts"

const stores = await openTestStores()

const together = <Result>(ask: () => Promise<Result>) =>
  Promise.all(Array.from({ length: 200 }, ask))

test("a seed, and whether it is public, is asked of MySQL for a crowd, not for each in it", async () => {
  const { performanceId } = await mintPerformance(stores, { room: { hasDraw: true } })
  const before = countStatements(stores)
  const seeds = await together(() => seedOf(stores, performanceId))
  const publicly = await together(() => isSeedPublic(stores, performanceId))
  expect(new Set(seeds).size).toBe(1)
  expect(publicly.every(Boolean)).toBe(true)
  // A caller who comes while it is read gets the next reading.
  expect(countStatements(stores) - before).toBeLessThanOrEqual(4)
})
