import { describe, expect, test } from "bun:test"
import { mintPerformance } from "@podo/db/testing"
import { openTestStores } from "@podo/stores/testing"
import { mintSession, openTestApi } from "../testing/api.ts"

const UNDER_WAY_MAX = 10

const stores = await openTestStores()
const api = openTestApi(stores, { callsUnderWayMax: UNDER_WAY_MAX })

const claimsOf = async (count: number) => {
  const { performanceId } = await mintPerformance(stores, { capacity: count })
  const { token } = await mintSession(stores)
  return Array.from(
    { length: count },
    (_, place) => () => api.mutate("seating.claim", { performanceId, places: [place] }, token),
  )
}

describe("while too many calls are under way", () => {
  test("others are refused early, and told when to come again; then all come through", async () => {
    const claims = await claimsOf(30)
    const answers = await Promise.all(claims.map((claim) => claim()))
    const refused = answers.filter(({ status }) => status === 503)
    expect(refused).toHaveLength(30 - UNDER_WAY_MAX)
    for (const { refusal, headers } of refused) {
      expect(refusal).toEqual({ code: "STORE_UNAVAILABLE", retryAfterMs: 1_000 })
      expect(headers.get("retry-after")).toBe("1")
    }
    expect((await claims[0]?.())?.status).toBe(200)
    expect(api.defects).toEqual([])
  })

  test("callers who hold something come through, up to twice as many", async () => {
    const claims = await claimsOf(UNDER_WAY_MAX)
    const { token } = await mintSession(stores)
    const confirm = { performanceId: Bun.randomUUIDv7(), holdId: Bun.randomUUIDv7() }
    const confirms = Array.from(
      { length: UNDER_WAY_MAX + 5 },
      () => () =>
        api.mutate("booking.confirm", { ...confirm, bookingId: Bun.randomUUIDv7() }, token),
    )
    const answers = await Promise.all([...claims, ...confirms].map((call) => call()))
    const isShed = ({ status }: { status: number }) => status === 503
    expect(answers.slice(0, UNDER_WAY_MAX).filter(isShed)).toEqual([])
    expect(answers.slice(UNDER_WAY_MAX).filter(isShed)).toHaveLength(5)
  })

  test("each call of a batch is answered", async () => {
    const claims = await claimsOf(UNDER_WAY_MAX)
    const asking = claims.map((claim) => claim())
    const batch = await api.app.request("/trpc/seating.claim,seating.claim?batch=1", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: "{}",
    })
    await Promise.all(asking)
    expect(batch.status).toBe(503)
    const answered = (await batch.json()) as { error: { data: { path: string } } }[]
    expect(answered.map(({ error }) => error.data.path)).toEqual(["seating.claim", "seating.claim"])
  })

  test("a refusal can be read by the pages of other origins that may call", async () => {
    const friend = "https://friends.example.com"
    const { app } = openTestApi(stores, { callsUnderWayMax: 0, allowedOrigins: [friend] })
    const { status, headers } = await app.request("/trpc/account.me", {
      headers: { origin: friend },
    })
    expect(status).toBe(503)
    expect(headers.get("access-control-allow-origin")).toBe(friend)
    expect(headers.get("x-content-type-options")).toBe("nosniff")
  })
})
