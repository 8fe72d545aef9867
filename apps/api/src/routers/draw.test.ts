import { describe, expect, test } from "bun:test"
import type { PerformanceId } from "@podo/contract/ids"
import { mintPerformance } from "@podo/db/testing"
import { openTestStores } from "@podo/stores/testing"
import { keysOfPerformance } from "@podo/redis/performance-keys"
import { sealDraw } from "@podo/waiting-room/seal-draw"
import { mintSession, openTestApi } from "../testing/api.ts"

const stores = await openTestStores()
const api = openTestApi(stores)
const HOUR_MS = 3_600_000
const FOR_EVER = "public, max-age=31536000, immutable"

async function open(performanceId: PerformanceId) {
  await stores.db
    .updateTable("performance")
    .where("id", "=", performanceId)
    .set({ saleOpensAt: new Date() })
    .execute()
  await stores.redis.del(keysOfPerformance(performanceId).sale)
}

describe("a seed", () => {
  test("is in no answer before the opening, whoever asks, and in those that need it from then on", async () => {
    const seed = "5eed".repeat(16)
    const room = { hasDraw: true, seed }
    const { performanceId, eventId } = await mintPerformance(stores, {
      saleOpensInMs: HOUR_MS,
      room,
    })
    const { token } = await mintSession(stores)
    const answers = () =>
      Promise.all([
        api.query("waitingRoom.draw", { performanceId }),
        api.query("waitingRoom.draw", { performanceId }, token),
        api.query("waitingRoom.status", { performanceId }, token),
        api.query("waitingRoom.room", { performanceId }),
        api.query("waitingRoom.drawPage", { performanceId, page: 0 }),
        api.query("catalog.event", { eventId }),
      ])
    await api.mutate("waitingRoom.enter", { performanceId }, token)
    for (const { text } of await answers()) expect(text).not.toContain(seed)
    await open(performanceId)
    const told = (await answers()).map(({ text }) => text.includes(seed))
    expect(told).toEqual([true, true, true, false, false, false])
  })
})

describe("a page of a draw", () => {
  test("is kept by nobody before there is one, and by everybody for ever once it is sealed", async () => {
    const room = { hasDraw: true }
    const { performanceId } = await mintPerformance(stores, { saleOpensInMs: HOUR_MS, room })
    const { token } = await mintSession(stores)
    await api.mutate("waitingRoom.enter", { performanceId }, token)
    const pageOf = (page: number) => api.query("waitingRoom.drawPage", { performanceId, page })
    const early = await pageOf(0)
    expect([early.status, early.headers.get("cache-control")]).toEqual([404, "no-store"])
    await open(performanceId)
    await sealDraw(stores, performanceId)
    const page = await pageOf(0)
    expect(page.headers.get("cache-control")).toBe(FOR_EVER)
    expect(page.data).toEqual({ draws: expect.stringMatching(/^[0-9a-f]{13}$/) })
    const beyond = await pageOf(1)
    expect([beyond.status, beyond.headers.get("cache-control")]).toEqual([404, "no-store"])
    const { data } = await api.query("waitingRoom.draw", { performanceId }, token)
    expect(data).toMatchObject({ entrants: 1, pages: 1, mine: { place: 1 } })
  })
})
