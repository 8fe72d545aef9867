import { afterAll, expect, test } from "bun:test"
import { mintPerformance } from "@podo/db/testing"
import { openTestStores } from "@podo/stores/testing"
import { keysOfPerformance } from "@podo/redis/performance-keys"
import { openBrowser } from "./browser.ts"

const stores = await openTestStores()
const { signUp, openPage, close } = await openBrowser(stores)
afterAll(close)

const TIMEOUT_MS = 60_000
const WITHIN = { timeout: 15_000 }

test(
  "a page whose news were lost reads the places, its hold and the sale again",
  async () => {
    const { performanceId, eventId } = await mintPerformance(stores)
    const page = await openPage()
    await signUp(page)
    const connecting = page.waitForEvent("websocket")
    const hasRead = page.waitForResponse((response) => response.url().includes("seating.hold"))
    await page.goto(`/events/${eventId}/performances/${performanceId}`)
    const line = await connecting
    await line.waitForEvent("framereceived", ({ payload }) => payload.includes('"watching"'))
    await hasRead

    const asked = ["seating.availability", "seating.hold", "catalog.event"].map((procedure) =>
      page.waitForRequest((request) => request.url().includes(procedure), WITHIN),
    )
    const { feed, bell } = keysOfPerformance(performanceId)
    await stores.redis.del(feed)
    await stores.redis.publish(bell, "")
    await line.waitForEvent("framereceived", ({ payload }) => payload.includes("places-unknown"))
    expect(await Promise.all(asked)).toHaveLength(3)
  },
  TIMEOUT_MS,
)
