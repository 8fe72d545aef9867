import { afterAll, expect, test } from "bun:test"
import type { HoldId, UserId } from "@podo/contract/ids"
import { randomOf, until } from "@podo/db/racing"
import { mintPerformance, mintUserId } from "@podo/db/testing"
import { openTestStores } from "@podo/stores/testing"
import { claimPlaces } from "@podo/seating/claim-places"
import { readAvailability } from "@podo/seating/read-availability"
import { releaseHold } from "@podo/seating/release-hold"
import { type MapViewer, openMapViewer } from "../testing/map.ts"
import { openTestApi } from "../testing/api.ts"

const stores = await openTestStores()
// Two processes, each with connections of its own, on one Redis.
const processes = [openTestApi(stores).listen(), openTestApi(await openTestStores()).listen()]
afterAll(() => Promise.all(processes.map(({ stop }) => stop())))

const CAPACITY = 60
const STEPS = 1_000
const VIEWERS = 12
const seed = Number(process.env["SEED"] ?? Date.now() % 1_000_000)

test(`maps on two processes equal Redis after a storm, whoever came and went (SEED=${seed})`, async () => {
  const { performanceId } = await mintPerformance(stores, { capacity: CAPACITY })
  const random = randomOf(seed)
  const below = (count: number) => Math.floor(random() * count)
  const held: { userId: UserId; holdId: HoldId }[] = []

  async function claim() {
    const userId = mintUserId()
    const places = [...new Set([below(CAPACITY), below(CAPACITY)])]
    const hold = await claimPlaces(stores, userId, { performanceId, places }).catch(() => null)
    if (hold) held.push({ userId, holdId: hold.holdId })
  }
  async function release() {
    const [hold] = held.splice(below(held.length), 1)
    if (hold) await releaseHold(stores, hold.userId, { performanceId, holdId: hold.holdId })
  }
  const portOf = () => processes[below(processes.length)]?.port ?? 0
  const viewers = Array.from({ length: VIEWERS }, () => openMapViewer(stores, performanceId))
  for (const viewer of viewers) viewer.connect(portOf())
  let comings = VIEWERS

  for (let step = 0; step < STEPS; step++) {
    await (random() < 0.6 ? claim() : release())
    if (random() < 0.05) {
      viewers[below(VIEWERS)]?.connect(portOf())
      comings += 1
    }
  }
  // In the end there is something to be wrong about.
  while (held.length < 3) await claim()
  const { places } = await readAvailability(stores, { performanceId })
  expect(places).toContain("h")
  const isRight = (viewer: MapViewer) => viewer.map() === places
  await until(async () => viewers.every(isRight))
  // Those who only read again and again would be right as well: most of it has come as news.
  const readings = viewers.reduce((sum, viewer) => sum + viewer.readings(), 0)
  expect(readings).toBeLessThan(2 * comings)
  for (const viewer of viewers) viewer.leave()
}, 20_000)
