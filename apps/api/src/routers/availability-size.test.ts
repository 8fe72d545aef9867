import { describe, expect, test } from "bun:test"
import { PLACE_STATES } from "@podo/contract/limits"
import { mintPerformance } from "@podo/db/testing"
import { openTestStores } from "@podo/stores/testing"
import { keysOfPerformance } from "@podo/redis/performance-keys"
import { openTestApi } from "../testing/api.ts"

const stores = await openTestStores()
const { app, query } = openTestApi(stores)

const PLACES = 50_000
const BYTES_MAX = 10_000

const { open, held, booked } = PLACE_STATES

const GROUPS = [1, 2, 2, 2, 3, 4, 4]
const FEW = 0.05

const oneOf = <Value>(values: Value[]) => values[Math.floor(Math.random() * values.length)] as Value

/** A hall into which people came in groups that sit together, some of whom have not paid yet. */
function fill(share: number, unpaid: number, groups: number[]): string {
  const places: string[] = Array.from({ length: PLACES }, () => open)
  let taken = 0
  while (taken < PLACES * share) {
    const size = oneOf(groups)
    const from = Math.floor(Math.random() * (PLACES - size))
    if (places.slice(from, from + size).some((state) => state !== open)) continue
    places.fill(Math.random() < unpaid ? held : booked, from, from + size)
    taken += size
  }
  return places.join("")
}

describe("the state of 50,000 places", async () => {
  const { performanceId } = await mintPerformance(stores, { capacity: PLACES, standing: true })
  await query("seating.availability", { performanceId })
  const path = `/trpc/seating.availability?input=${encodeURIComponent(JSON.stringify({ performanceId }))}`

  test.each([
    ["a tenth is taken", 0.1, FEW, GROUPS],
    ["half is taken", 0.5, FEW, GROUPS],
    ["nearly all is taken", 0.9, FEW, GROUPS],
    ["the sale has just begun, and every second one has not paid", 0.5, 0.5, GROUPS],
    ["everybody came alone", 0.5, FEW, [1]],
  ])("travels in less than 10 kB when %s", async (_, share, unpaid, groups) => {
    const places = fill(share, unpaid, groups)
    await stores.redis.set(keysOfPerformance(performanceId).places, places)
    const answer = await app.request(path, { headers: { "accept-encoding": "gzip" } })
    const bytes = new Uint8Array(await answer.arrayBuffer())
    const said = JSON.parse(new TextDecoder().decode(Bun.gunzipSync(bytes)))
    expect(said.result.data.places === places).toBe(true)
    expect(bytes.length).toBeLessThan(BYTES_MAX)
  })
})
