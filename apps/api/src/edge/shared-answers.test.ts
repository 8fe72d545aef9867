import { describe, expect, test } from "bun:test"
import type { EventDetail } from "@podo/contract/catalog"
import type { Hold } from "@podo/contract/seating"
import { mintPerformance } from "@podo/db/testing"
import { countStatements, openTestStores } from "@podo/stores/testing"
import { openMetrics } from "../observability/metrics.ts"
import { mintSession, openTestApi } from "../testing/api.ts"

const stores = await openTestStores()
const { app, mutate, query } = openTestApi(stores)

const CROWD = 200

const addressOf = (eventId: string) =>
  `/trpc/catalog.event?input=${encodeURIComponent(JSON.stringify({ eventId }))}`

describe("a crowd that does not say who it is", () => {
  test("shares one answer, packed or not, and each gets the whole of it", async () => {
    const { eventId } = await mintPerformance(stores)
    const alone = await app.request(addressOf(eventId))
    const before = countStatements(stores)
    const answers = await Promise.all(
      Array.from({ length: CROWD }, async (_, n) =>
        app.request(addressOf(eventId), {
          headers: n % 2 === 0 ? {} : { "accept-encoding": "gzip" },
        }),
      ),
    )
    // The first of each kind asks by itself, all others together.
    expect(countStatements(stores) - before).toBeLessThanOrEqual(5)
    const plain = await alone.json()
    for (const [n, answer] of answers.entries()) {
      expect([answer.status, answer.headers.get("cache-control")]).toEqual([200, "no-store"])
      const isPacked = answer.headers.get("content-encoding") === "gzip"
      expect(isPacked).toBe(n % 2 === 1)
      const bytes = new Uint8Array(await answer.arrayBuffer())
      const said = JSON.parse(new TextDecoder().decode(isPacked ? Bun.gunzipSync(bytes) : bytes))
      expect(said.result.data).toEqual({ ...plain.result.data, now: said.result.data.now })
    }
    expect(new Set(answers.map(({ headers }) => headers.get("x-request-id"))).size).toBe(CROWD)
  })

  test("leaves out who does: what is mine is told to me alone", async () => {
    const { eventId, performanceId } = await mintPerformance(stores)
    const { token } = await mintSession(stores)
    const { data } = await mutate("seating.claim", { performanceId, places: [0] }, token)
    const { holdId } = data as Hold
    const bookingId = Bun.randomUUIDv7()
    await mutate("booking.confirm", { bookingId, performanceId, holdId }, token)
    const isMine = async (asking: ReturnType<typeof query>) =>
      ((await asking).data as EventDetail).performances.map(({ mine }) => mine)
    const others = Array.from({ length: CROWD }, () => isMine(query("catalog.event", { eventId })))
    expect(await isMine(query("catalog.event", { eventId }, token))).toEqual([true])
    expect(new Set((await Promise.all(others)).flat())).toEqual(new Set([false]))
  })
})

describe("a crowd that is signed in", () => {
  test("shares the answer of strangers where it has booked nothing", async () => {
    const { eventId } = await mintPerformance(stores)
    const sessions = await Promise.all(Array.from({ length: 50 }, () => mintSession(stores)))
    const metrics = openMetrics()
    const watched = openTestApi(stores, { metrics })
    const alone = (await query("catalog.event", { eventId })).data as EventDetail
    const answers = await Promise.all(
      sessions.map(({ token }) => watched.query("catalog.event", { eventId }, token)),
    )
    for (const { data } of answers) {
      expect(data).toEqual({ ...alone, now: (data as EventDetail).now })
    }
    const [, calls] = /podo_calls_total\{procedure="catalog.event"[^}]*\} (\d+)/.exec(
      await metrics.text(),
    ) ?? ["", "none"]
    expect(Number(calls)).toBeLessThanOrEqual(10)
  })

  test("shares what is told to all alike, and nobody is handed another's cookie", async () => {
    const { performanceId } = await mintPerformance(stores, { capacity: 200 })
    const input = encodeURIComponent(JSON.stringify({ performanceId }))
    const sessions = await Promise.all(Array.from({ length: 2 }, () => mintSession(stores)))
    for (const procedure of ["plan", "seats", "availability"]) {
      const path = `/trpc/seating.${procedure}?input=${input}`
      const asking = async (headers: Record<string, string>) => app.request(path, { headers })
      const alone = await (await asking({})).json()
      const before = countStatements(stores)
      const answers = await Promise.all(
        Array.from({ length: CROWD }, (_, n) =>
          asking(
            n % 3 === 0
              ? { cookie: `visitor=${n}` }
              : { authorization: `Bearer ${sessions[n % 2]?.token}` },
          ),
        ),
      )
      // The first asks by itself, all others together.
      expect(countStatements(stores) - before).toBeLessThanOrEqual(2)
      for (const answer of answers) {
        expect([answer.status, answer.headers.get("set-cookie")]).toEqual([200, null])
        expect(await answer.json()).toEqual(alone)
      }
    }
  })
})
