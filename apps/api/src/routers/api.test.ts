import { describe, expect, test } from "bun:test"
import type { Booking } from "@podo/contract/booking"
import type { EventDetail, EventPage } from "@podo/contract/catalog"
import type { Hold } from "@podo/contract/seating"
import { mintPerformance } from "@podo/db/testing"
import { openTestStores } from "@podo/stores/testing"
import { keysOfPerformance } from "@podo/redis/performance-keys"
import { mintSession, openTestApi } from "../testing/api.ts"

const stores = await openTestStores()
const { app, defects, query, mutate } = openTestApi(stores)
const uuid = () => Bun.randomUUIDv7()

async function rowsOf(performanceId: string) {
  const bookings = await stores.db
    .selectFrom("booking")
    .where("performanceId", "=", performanceId as never)
    .selectAll()
    .execute()
  const sold = await stores.db
    .selectFrom("soldPlace")
    .where("performanceId", "=", performanceId as never)
    .selectAll()
    .execute()
  return [...bookings, ...sold]
}

describe("the path from a seat to a booking and back", () => {
  test("by scripts, with a bearer token", async () => {
    const { performanceId, eventId } = await mintPerformance(stores)
    const { token, userId } = await mintSession(stores)
    const me = await query("account.me", undefined, token)
    expect(me.data).toMatchObject({ userId, roles: ["user"] })
    const detail = await query("catalog.event", { eventId })
    expect(detail.data).toMatchObject({
      eventId,
      performances: [{ performanceId, limitPerUser: 4, areas: [{ area: "floor", remaining: 10 }] }],
    })
    const plan = await query("seating.plan", { performanceId })
    expect(plan.data).toMatchObject({ areas: [{ firstPlace: 0, capacity: 10 }] })
    const hold = (await mutate("seating.claim", { performanceId, places: [4, 3] }, token))
      .data as Hold
    expect(hold).toMatchObject({ places: [3, 4], total: 100_000, currency: "KRW" })
    const bookingId = uuid()
    const confirm = { bookingId, performanceId, holdId: hold.holdId }
    const booking = (await mutate("booking.confirm", confirm, token)).data as Booking
    expect(booking).toMatchObject({ bookingId, status: "confirmed", total: 100_000 })
    expect(booking.places.map(({ label }) => label)).toEqual(["1-4", "1-5"])
    const after = await query("seating.availability", { performanceId })
    expect(after.data).toMatchObject({ places: "...bb....." })
    const mine = await query("booking.mine", {}, token)
    expect(mine.data).toEqual({ bookings: [booking], nextCursor: null })
    const cancelled = await mutate("booking.cancel", { bookingId }, token)
    expect(cancelled.data).toMatchObject({ bookingId, status: "cancelled" })
    const again = await mutate("booking.cancel", { bookingId }, token)
    expect([again.status, again.refusal?.code]).toEqual([409, "ALREADY_CANCELLED"])
  })

  test("until it is sold out, and the event says so", async () => {
    const { performanceId, eventId, area } = await mintPerformance(stores, { capacity: 1 })
    const { token } = await mintSession(stores)
    const stateOf = async () => {
      const detail = (await query("catalog.event", { eventId })).data as EventDetail
      return detail.performances.map(({ saleState, remaining }) => [saleState, remaining])
    }
    expect(await stateOf()).toEqual([["open", 1]])
    const claim = await mutate("seating.claim", { performanceId, area, quantity: 1 }, token)
    const { holdId } = claim.data as Hold
    await mutate("booking.confirm", { bookingId: uuid(), performanceId, holdId }, token)
    expect(await stateOf()).toEqual([["sold-out", 0]])
  })

  test("any n of an area", async () => {
    const { performanceId, area } = await mintPerformance(stores, { standing: true })
    const { token } = await mintSession(stores)
    const claim = await mutate("seating.claim", { performanceId, area, quantity: 2 }, token)
    const { holdId } = claim.data as Hold
    const confirm = { bookingId: uuid(), performanceId, holdId }
    const booking = (await mutate("booking.confirm", confirm, token)).data as Booking
    expect(booking.places.map(({ row, label }) => [row, label])).toEqual([
      [null, "1"],
      [null, "2"],
    ])
  })
})

describe("a malformed input is a 400 that names the field", () => {
  const floor = "floor"
  const inputs: [string, unknown, string][] = [
    ["a negative place", { places: [-1] }, "places.0"],
    ["a fraction of a place", { places: [1.5] }, "places.0"],
    ["a place beyond any hall", { places: [200_000] }, "places.0"],
    ["a place as text", { places: ["1"] }, "places.0"],
    ["the same place twice", { places: [1, 1] }, "places"],
    ["no place", { places: [] }, "places"],
    ["more places than a claim may name", { places: [0, 1, 2, 3, 4, 5, 6, 7, 8] }, "places"],
    ["10 kB of places", { places: Array.from({ length: 2_500 }, (_, n) => n) }, "places"],
    ["no quantity", { area: floor }, "quantity"],
    ["a quantity of none", { area: floor, quantity: 0 }, "quantity"],
    ["a quantity of too many", { area: floor, quantity: 9 }, "quantity"],
    ["an area with a brace", { area: "{x}", quantity: 1 }, "area"],
  ]
  for (const [name, input, field] of inputs) {
    test(`${name}, and nothing is written`, async () => {
      const { performanceId } = await mintPerformance(stores)
      const { token } = await mintSession(stores)
      const claim = { performanceId, ...(input as object) }
      const answer = await mutate("seating.claim", claim, token)
      expect(answer.status).toBe(400)
      expect(answer.issues?.map(({ path }) => path)).toContain(field)
      expect(await stores.redis.exists(...Object.values(keysOfPerformance(performanceId)))).toBe(0)
    })
  }

  test("ids that are no ids, unknown sorts, pages that are too long, cursors that are made up", async () => {
    const { token } = await mintSession(stores)
    const same = uuid()
    const answers = [
      await query("catalog.event", { eventId: "1" }),
      await query("seating.plan", { performanceId: "x".repeat(5_000) }),
      await query("catalog.events", { sort: "cheapest" }),
      await query("catalog.events", { limit: 10_000 }),
      await query("catalog.events", { cursor: "bm90IGEgY3Vyc29y" }),
      await query("catalog.events", { cursor: btoa(`[8.64e15,"${uuid()}"]`) }),
      await mutate(
        "booking.confirm",
        { bookingId: same, holdId: same, performanceId: uuid() },
        token,
      ),
      await query("booking.mine", { limit: 0 }, token),
      await mutate("booking.cancel", {}, token),
    ]
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 400))
    expect(answers.map(({ issues }) => issues?.[0]?.path)).toEqual([
      "eventId",
      "performanceId",
      "sort",
      "limit",
      "cursor",
      "cursor",
      "bookingId",
      "limit",
      "bookingId",
    ])
  })

  test("bodies that are no JSON, or too large", async () => {
    const { token } = await mintSession(stores)
    const headers = { "content-type": "application/json", authorization: `Bearer ${token}` }
    const send = (body: string) =>
      app.request("/trpc/seating.claim", { method: "POST", headers, body })
    expect((await send("{ not json")).status).toBe(400)
    expect((await send(`"${"x".repeat(100_000)}"`)).status).toBe(413)
  })
})

describe("a refusal says what the person needs", () => {
  test("a caller who is not signed in is asked to", async () => {
    const { performanceId } = await mintPerformance(stores)
    const claim = await mutate("seating.claim", { performanceId, places: [0] })
    expect([claim.status, claim.refusal]).toEqual([401, { code: "SIGN_IN_REQUIRED" }])
    const forged = await mutate("seating.claim", { performanceId, places: [0] }, "not-a-token")
    expect([forged.status, forged.refusal]).toEqual([401, { code: "SIGN_IN_REQUIRED" }])
    const odd = await mutate("seating.claim", { performanceId, places: [0] }, "\u00e9")
    expect([odd.status, odd.refusal]).toEqual([401, { code: "SIGN_IN_REQUIRED" }])
    expect((await query("account.me", undefined)).data).toBeNull()
  })

  test("unknown ids are not found", async () => {
    const { token } = await mintSession(stores)
    const performanceId = uuid()
    const answers = [
      await query("catalog.event", { eventId: uuid() }),
      await query("seating.plan", { performanceId }),
      await query("seating.availability", { performanceId }),
      await mutate("seating.claim", { performanceId, places: [0] }, token),
      await mutate("booking.cancel", { bookingId: uuid() }, token),
    ]
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 404))
    expect(answers.map(({ refusal }) => refusal?.code)).toEqual(answers.map(() => "NOT_FOUND"))
  })

  test("with the status of design: taken 409, closed 412, not open 412 with the time", async () => {
    const { performanceId } = await mintPerformance(stores)
    const [first, second] = [await mintSession(stores), await mintSession(stores)]
    await mutate("seating.claim", { performanceId, places: [0] }, first.token)
    const taken = await mutate("seating.claim", { performanceId, places: [0, 1] }, second.token)
    expect([taken.status, taken.refusal]).toEqual([409, { code: "PLACES_TAKEN", places: [0] }])
    const early = await mintPerformance(stores, { saleOpensInMs: 60_000 })
    const notOpen = await mutate(
      "seating.claim",
      { performanceId: early.performanceId, places: [0] },
      first.token,
    )
    expect([notOpen.status, notOpen.refusal?.code]).toEqual([412, "SALE_NOT_OPEN"])
    const late = await mintPerformance(stores, { saleClosesInMs: -1 })
    const closed = await mutate(
      "seating.claim",
      { performanceId: late.performanceId, places: [0] },
      first.token,
    )
    expect([closed.status, closed.refusal]).toEqual([412, { code: "SALE_CLOSED" }])
    const expired = await mutate(
      "booking.confirm",
      { bookingId: uuid(), performanceId, holdId: uuid() },
      first.token,
    )
    expect([expired.status, expired.refusal]).toEqual([412, { code: "HOLD_EXPIRED" }])
    expect(await rowsOf(performanceId)).toEqual([])
  })

  test("and never a defect, a stack or a word of SQL", async () => {
    const { token } = await mintSession(stores)
    const inputs = [null, 1, "x", [], {}, { performanceId: null }, { bookingId: { $ne: 1 } }]
    for (const procedure of ["seating.claim", "seating.release", "booking.confirm", "nowhere"]) {
      for (const input of inputs) {
        const { status, text } = await mutate(procedure, input, token)
        expect([400, 404]).toContain(status)
        expect(text).not.toMatch(/stack|\.ts:|node_modules|SELECT /)
      }
    }
    expect(defects).toEqual([])
  })
})

describe("the list of events", () => {
  test("is listed page by page, each event once, with what is left and what is mine", async () => {
    const search = `zz${Date.now()}`
    const title = `${search} 100%_`
    const minted = [
      await mintPerformance(stores, { title }),
      await mintPerformance(stores, { title }),
      await mintPerformance(stores, { title }),
    ]
    const { token } = await mintSession(stores)
    const [first] = minted
    const claim = { performanceId: first?.performanceId, places: [0, 1] }
    const { holdId, performanceId } = (await mutate("seating.claim", claim, token)).data as Hold
    await mutate("booking.confirm", { bookingId: uuid(), performanceId, holdId }, token)
    for (const sort of ["soonest", "newest", "most-booked"]) {
      const seen: EventPage["events"] = []
      let cursor: string | null | undefined
      while (cursor !== null) {
        const input = { sort, search, limit: 1, ...(cursor ? { cursor } : {}) }
        const page = (await query("catalog.events", input, token)).data as EventPage
        seen.push(...page.events)
        cursor = page.nextCursor
      }
      expect(seen.map(({ eventId }) => eventId).toSorted()).toEqual(
        minted.map(({ eventId }) => eventId as string).toSorted() as never,
      )
      const mine = seen.filter((card) => card.mine)
      expect(mine.map(({ remaining }) => remaining)).toEqual([8])
    }
    const wild = await query("catalog.events", { search: `${search} 100_%` })
    expect((wild.data as EventPage).events).toEqual([])
  })

  test("is refused by the field: a page that is too long, an order or a day that does not exist", async () => {
    for (const [input, path] of [
      [{ limit: 10_000 }, "limit"],
      [{ sort: "cheapest" }, "sort"],
      [{ cursor: "1" }, "cursor"],
      [{ from: "tomorrow" }, "from"],
      [{ from: "2026-01-02T00:00:00Z", to: "2026-01-01T00:00:00Z" }, "to"],
    ] as const) {
      const { status, issues } = await query("catalog.events", input)
      expect([status, issues?.map((issue) => issue.path)]).toEqual([400, [path]])
    }
  })
})

describe("health", () => {
  test("says that the process answers, and that its stores do", async () => {
    expect((await app.request("/healthz")).status).toBe(200)
    const ready = await app.request("/readyz")
    expect([ready.status, await ready.json()]).toEqual([
      200,
      { ok: true, database: true, redis: true, migrated: true },
    ])
  })
})
