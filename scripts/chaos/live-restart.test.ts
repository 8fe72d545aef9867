import { afterAll, expect, test } from "bun:test"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { openTestApi } from "@podo/api/testing"
import { openMapViewer } from "@podo/api/testing-map"
import { closeStores, openStores } from "@podo/stores/stores"
import { until } from "@podo/db/racing"
import { mintPerformance, mintUserId } from "@podo/db/testing"
import { openTestStores } from "@podo/stores/testing"
import { keysOfPerformance } from "@podo/redis/performance-keys"
import { claimPlaces } from "@podo/seating/claim-places"
import { readAvailability } from "@podo/seating/read-availability"
import { testStoreUrls } from "../run/env.ts"
import { findRedisServer, prepareRedis } from "../stores/redis.ts"

const WRONG_MS_MAX = 3_000
const path = mkdtempSync(join(tmpdir(), "podo-live-"))
afterAll(() => rmSync(path, { recursive: true }))

/** A Redis of this test's own, which keeps nothing: whenever it ends it ends as by a power cut. */
function ownRedis() {
  const server = findRedisServer()
  if (!server) throw new Error("No redis-server was found.")
  return prepareRedis(server, { path, throwAway: true })
}

test("no map stays wrong for longer than 3 s after Redis lost its memory in the middle of a sale", async () => {
  const { performanceId } = await mintPerformance(await openTestStores(), { capacity: 40 })
  const { url: redisUrl, program } = ownRedis()
  let redis = await program.start()
  const { databaseUrl } = testStoreUrls()
  const open = () => openStores({ databaseUrl, redisUrl }, () => {})
  const stores = await Promise.all([open(), open()])
  const [seller] = stores
  // Two processes; what each of them has of Redis comes back by itself.
  const processes = stores.map((its) => openTestApi(its).listen())
  const viewers = processes.flatMap(({ port }) =>
    Array.from({ length: 3 }, () => {
      const viewer = openMapViewer(seller, performanceId)
      viewer.connect(port)
      return viewer
    }),
  )
  const allKnow = (map: string) => viewers.every((viewer) => viewer.map() === map)
  const claim = (place: number) =>
    claimPlaces(seller, mintUserId(), { performanceId, places: [place] })
  const isSold = async (place: number) =>
    claim(place).then(
      () => true,
      () => false,
    )

  await claim(1)
  await until(async () => allKnow(`.h${".".repeat(38)}`))

  await redis.stop()
  expect(await isSold(2)).toBe(false)
  redis = await program.start()
  const backAt = performance.now()
  await until(() => isSold(3))
  const truth = await readAvailability(seller, { performanceId })
  expect(truth.places).toBe(`...h${".".repeat(36)}`)
  await until(async () => allKnow(truth.places))
  const wrongMs = performance.now() - backAt
  console.log(
    `After Redis was back, the last of ${viewers.length} maps was right in ${wrongMs.toFixed(0)} ms.`,
  )
  expect(wrongMs).toBeLessThan(WRONG_MS_MAX)

  // News flow again as before: by the bell, not only by looking once in a while.
  await seller.redis.del(keysOfPerformance(performanceId).bell)
  await claim(5)
  await until(async () => allKnow(`...h.h${".".repeat(34)}`))
  for (const viewer of viewers) viewer.leave()
  await Promise.all(processes.map(({ stop }) => stop()))
  await Promise.all(stores.map(closeStores))
  await redis.stop()
}, 30_000)
