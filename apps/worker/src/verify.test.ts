import { describe, expect, test } from "bun:test"
import { verifyPerformance } from "@podo/booking/verify-performance"
import { mintPerformance } from "@podo/db/testing"
import { openEmptiedStores } from "@podo/stores/testing"
import { readAvailability } from "@podo/seating/read-availability"
import { listLoaded } from "@podo/seating/read-places"
import { type Finding, verifyAll } from "./verify.ts"

const stores = await openEmptiedStores()
const MINUTE_MS = 60_000

describe("the worker's look at both stores", () => {
  test("finds and repairs a sale that is about to open, and loads nothing for the sake of it", async () => {
    const { performanceId } = await mintPerformance(stores, { saleOpensInMs: 30 * MINUTE_MS })
    const unknown = await mintPerformance(stores)
    await readAvailability(stores, { performanceId })
    // The process that changed it has died before a word to Redis.
    const row = stores.db.updateTable("performance").where("id", "=", performanceId)
    await row.set({ limitPerUser: 1, version: 2 }).execute()
    const findings: Finding[] = []
    await verifyAll(stores, (finding) => findings.push(finding))
    expect(findings).toMatchObject([
      { performanceId, drift: [{ field: "limitPerUser", said: "4", meant: "1" }, { said: "1" }] },
    ])
    expect((await verifyPerformance(stores, performanceId)).drift).toEqual([])
    expect(await listLoaded(stores, [unknown.performanceId])).toEqual([])
  })
})
