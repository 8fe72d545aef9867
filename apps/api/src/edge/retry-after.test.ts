import { describe, expect, test } from "bun:test"
import { openTestStores } from "@podo/stores/testing"
import { retryAfterOf } from "./retry-after.ts"
import { mintSession, openTestApi } from "../testing/api.ts"

const MUTATIONS_MAX = 200

const stores = await openTestStores()
const { app, mutate, query } = openTestApi(stores)

const release = () => ({ performanceId: Bun.randomUUIDv7(), holdId: Bun.randomUUIDv7() })

describe("when to come again", () => {
  test("is told in whole seconds, rounded up, and of several refusals the longest", () => {
    const busy = (retryAfterMs: number) => ({ code: "STORE_UNAVAILABLE", retryAfterMs }) as const
    expect(retryAfterOf([busy(1)])).toEqual({ "retry-after": "1" })
    expect(retryAfterOf([busy(1_001), undefined, busy(200)])).toEqual({ "retry-after": "2" })
    expect(retryAfterOf([{ code: "SIGN_IN_REQUIRED" }, undefined])).toBeUndefined()
  })

  test("is a header of what is refused for a while, alone or in a batch, and of nothing else", async () => {
    const { token } = await mintSession(stores)
    const answers = await Promise.all(
      Array.from({ length: MUTATIONS_MAX + 1 }, () => mutate("seating.release", release(), token)),
    )
    const refused = answers.find(({ status }) => status === 429)
    if (refused?.refusal?.code !== "TOO_MANY_REQUESTS") throw new Error("Nobody was refused.")
    const seconds = String(Math.ceil(refused.refusal.retryAfterMs / 1_000))
    expect(refused.headers.get("retry-after")).toBe(seconds)
    for (const { headers, status } of answers) {
      if (status !== 429) expect(headers.get("retry-after")).toBeNull()
    }
    const batch = await app.request("/trpc/seating.release,seating.release?batch=1", {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
      body: JSON.stringify({ 0: release(), 1: release() }),
    })
    const waits = [...(await batch.text()).matchAll(/"retryAfterMs":(\d+)/g)].map(([, ms]) =>
      Number(ms),
    )
    expect(waits).toHaveLength(2)
    expect(batch.headers.get("retry-after")).toBe(String(Math.ceil(Math.max(...waits) / 1_000)))
  })

  test("is told while a store is away", async () => {
    const [here, gone] = [await openTestStores(), await openTestStores()]
    const { token } = await mintSession(here)
    await gone.db.destroy()
    gone.redis.disconnect()
    const away = openTestApi({ ...gone, db: here.db })
    const { status, headers } = await away.mutate("seating.release", release(), token)
    expect([status, headers.get("retry-after")]).toEqual([503, "1"])
  })
})

describe("an answer", () => {
  test("of a few words is not packed, and one of many is", async () => {
    const packed = async (path: string) => {
      const answer = await app.request(path, { headers: { "accept-encoding": "gzip" } })
      return [answer.status, answer.headers.get("content-encoding")]
    }
    const limit = encodeURIComponent(JSON.stringify({ limit: 20 }))
    expect(await packed("/trpc/account.waysIn")).toEqual([200, null])
    const { text } = await query("catalog.events", { limit: 20 })
    expect(await packed(`/trpc/catalog.events?input=${limit}`)).toEqual([
      200,
      text.length > 1_024 ? "gzip" : null,
    ])
  })
})
