import { describe, expect, test } from "bun:test"
import type { EventDetail } from "@podo/contract/catalog"
import type { Hold } from "@podo/contract/seating"
import { mintPerformance } from "@podo/db/testing"
import { countStatements, openTestStores } from "@podo/stores/testing"
import { Hono } from "hono"
import { z } from "zod"
import { openMetrics } from "../observability/metrics.ts"
import { mintSession, openTestApi } from "../testing/api.ts"
import { shareAnswers } from "./shared-answers.ts"

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

  test("shares it however each of them writes the address", async () => {
    let answers = 0
    const counted = new Hono()
      .get("/trpc/x.y", shareAnswers(z.object({ eventId: z.string() })))
      .get("/trpc/x.y", (context) => context.json({ answer: ++answers }))
    const input = encodeURIComponent('{"eventId":"a"}')
    const all = await Promise.all(
      Array.from({ length: CROWD }, async (_, n) => {
        const answer = await counted.request(`/trpc/x.y?input=${input}&r=${n}`)
        return ((await answer.json()) as { answer: number }).answer
      }),
    )
    // The first asks by itself, all others together.
    expect(Math.max(...all)).toBeLessThanOrEqual(2)
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

describe("answers as large as a hall", () => {
  const input = encodeURIComponent(
    JSON.stringify(
      Object.fromEntries([0, 1].map((n) => [n, { performanceId: Bun.randomUUIDv7() }])),
    ),
  )

  test.each([
    ["seating.plan,seating.plan", true],
    ["seating.plan,seating.availability", true],
    ["seating.plan,catalog.event", false],
  ])("in one request for %s are refused: %p", async (paths, isRefused) => {
    const answer = await app.request(`/trpc/${paths}?batch=1&input=${input}`)
    expect(answer.headers.get("cache-control")).toBe("no-store")
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff")
    const told = (await answer.json()) as { error: { message: string } }[]
    expect(told).toHaveLength(2)
    expect(told.every(({ error }) => error.message.startsWith("Ask for one whole hall"))).toBe(
      isRefused,
    )
  })
})
