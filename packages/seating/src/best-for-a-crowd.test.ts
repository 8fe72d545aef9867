import { describe, expect, test } from "bun:test"
import { hallPlans } from "@podo/db/demo-halls"
import { race } from "@podo/db/racing"
import { mintUserId } from "@podo/db/testing"
import { openTestStores } from "@podo/stores/testing"
import { keysOfPerformance } from "@podo/redis/performance-keys"
import { claimPlaces } from "./claim-places.ts"
import type { Run } from "./hall-runs.ts"
import { readAvailability } from "./read-availability.ts"
import { drawnHall, openHall } from "./testing/halls.ts"

const stores = await openTestStores()

const ASKERS = 500
const TOGETHER = 4

async function openTheatre() {
  const theatre = hallPlans.find(({ key }) => key === "theatre")
  if (!theatre) throw new Error("The demo has no theatre.")
  const opened = await openHall(stores, drawnHall(theatre))
  return { ...opened, ordinary: opened.runs.runs.filter(({ kinds }) => kinds === "o") }
}

const windowsOf = ({ first, last }: Run) =>
  Array.from({ length: Math.max(0, last - first + 2 - TOGETHER) }, (_, at) =>
    Array.from({ length: TOGETHER }, (__, index) => first + at + index),
  )

describe("500 who want four together in a hall of 1,200, all at once,", () => {
  test("have them until there are none, in as few parts as can be until four are not left, and then a refusal", async () => {
    const { performanceId, ordinary } = await openTheatre()
    const { won, refused } = await race(ASKERS, () =>
      claimPlaces(stores, mintUserId(), { performanceId, quantity: TOGETHER }),
    )
    const seats = ordinary.reduce((sum, { first, last }) => sum + last - first + 1, 0)
    expect(won).toHaveLength(Math.floor(seats / TOGETHER))
    expect(refused).toEqual({ NOT_ENOUGH_PLACES: ASKERS - won.length })
    const places = won.flatMap((hold) => hold.places)
    expect(new Set(places).size).toBe(places.length)
    const most = ordinary.reduce(
      (sum, { first, last }) => sum + Math.floor((last - first + 1) / TOGETHER),
      0,
    )
    expect(await firstApart(performanceId, ordinary)).toBeGreaterThan(0.95 * most)
  })

  // Without this control the test above would also pass if nobody were ever after the same places.
  test("and take each other's when they choose by themselves what was best a moment ago", async () => {
    const { performanceId, runs, ordinary } = await openTheatre()
    const { places: map } = await readAvailability(stores, { performanceId })
    const rankSum = (places: number[]) =>
      places.reduce((sum, place) => sum + (runs.ranks[place] ?? 0), 0)
    const best = ordinary
      .flatMap(windowsOf)
      .filter((places) => places.every((place) => map[place] === "."))
      .toSorted((one, other) => rankSum(one) - rankSum(other))
    const { won } = await race(ASKERS, (asker) => {
      const places = best[asker % 50] ?? []
      return claimPlaces(stores, mintUserId(), { performanceId, places })
    })
    expect(won.length).toBeLessThan(50)
  })
})

/** Which of the holds was the first not to be together, as the feed tells; none may be while four together are open. */
async function firstApart(performanceId: Parameters<typeof keysOfPerformance>[0], runs: Run[]) {
  const windows = runs.flatMap(windowsOf)
  const isTaken = new Set<number>()
  const { feed } = keysOfPerformance(performanceId)
  const entries = await stores.redis.xrange(feed, "-", "+")
  let holds = 0
  for (const [, fields] of entries) {
    const held = fields[fields.indexOf("h") + 1]
    if (!fields.includes("h") || !held) continue
    const places = held.split(",").map(Number)
    const isTogether = windows.some((window) => window.every((place) => places.includes(place)))
    const isOpen = (window: number[]) => window.every((place) => !isTaken.has(place))
    if (!isTogether) {
      expect(windows.filter(isOpen)).toEqual([])
      return holds
    }
    for (const place of places) isTaken.add(place)
    holds += 1
  }
  return holds
}
