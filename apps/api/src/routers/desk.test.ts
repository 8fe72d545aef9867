import { describe, expect, test } from "bun:test"
import { grantRole } from "@podo/accounts/grant-role"
import { datesIn, inDays, mintHall, newEvent, termsOn } from "@podo/desk/events.queries"
import type { DeskEvent } from "@podo/contract/desk"
import { POSTER_BYTES_MAX } from "@podo/contract/limits"
import { openTestStores } from "@podo/stores/testing"
import { keysOfPerformance } from "@podo/redis/performance-keys"
import { reconcilePerformance } from "@podo/seating/reconcile-performance"
import { inputsOf, isMutation, paths } from "../testing/every-procedure.ts"
import { mintAddress, mintSession, openTestApi } from "../testing/api.ts"

const stores = await openTestStores()
const api = openTestApi(stores)

async function mintOrganizer() {
  const { token, userId } = await mintSession(stores)
  await grantRole(stores.db, { email: `${userId}@example.com`, role: "organizer", revoke: false })
  return token
}

const token = await mintOrganizer()
const hall = await mintHall(stores)

/** Each in a hall of its own, for halls have one performance at a time. */
const draftOf = async (organizer = token) => {
  const place = await mintHall(stores)
  const title = `달빛 ${crypto.randomUUID()}`
  const input = { ...newEvent(place), title, dates: datesIn(place, termsOn(10)) }
  const { data } = await api.mutate("desk.createEvent", input, organizer)
  return data as DeskEvent
}

const idsOf = (event: DeskEvent) => {
  const [performance] = event.performances
  if (!performance) throw new Error("It has no performance.")
  return { eventId: event.eventId, performanceId: performance.performanceId }
}

describe("another organizer", () => {
  const ofOneEvent = (path: string) =>
    path.startsWith("desk.") &&
    !["desk.events", "desk.createEvent", "desk.halls", "desk.importHall"].includes(path)

  test("is let to none of what is done about an event, its bookings and its export", async () => {
    const event = await draftOf()
    const theirs = await mintOrganizer()
    const inputs = inputsOf(idsOf(event))
    for (const path of paths.filter(ofOneEvent)) {
      const ask = isMutation(path) ? api.mutate : api.query
      const { status, refusal } = await ask(path, inputs[path], theirs)
      expect([path, status, refusal]).toEqual([path, 403, { code: "NOT_ALLOWED" }])
    }
    const list = await api.query("desk.events", {}, theirs)
    expect(list.data).toEqual({ events: [], nextCursor: null })
    expect((await api.query("desk.event", { eventId: event.eventId }, token)).data).toEqual(event)
  })
})

describe("a draft", () => {
  test("is invisible to the public, and to its own organizer as one of the public", async () => {
    const event = await draftOf()
    const { eventId, performanceId } = idsOf(event)
    const seen = async (who?: string) => {
      const answers = [
        await api.query("catalog.event", { eventId }, who),
        await api.query("seating.plan", { performanceId }, who),
        await api.query("seating.availability", { performanceId }, who),
      ]
      const search = await api.query("catalog.events", { search: event.title, limit: 100 }, who)
      const lists = await Promise.all(
        ["soonest", "newest", "most-booked", "hot"].map((sort) =>
          api.query("catalog.events", { sort, limit: 100 }, who),
        ),
      )
      const poster = await api.app.request(event.posterUrl)
      return {
        statuses: [...answers.map(({ status }) => status), poster.status],
        isListed: [search, ...lists].map(({ text }) => text.includes(eventId)),
      }
    }
    const hidden = { statuses: [404, 404, 404, 404], isListed: Array(5).fill(false) }
    for (const who of [undefined, token]) expect(await seen(who)).toEqual(hidden)
    const claim = { performanceId, area: "day", quantity: 1 }
    const claimed = await api.mutate("seating.claim", claim, token)
    expect(claimed.refusal).toEqual({ code: "NOT_FOUND", what: "performance" })
    expect((await api.query("seating.hold", { performanceId }, token)).data ?? null).toBeNull()

    // Without this control the test above would also pass if nobody ever saw anything.
    await api.mutate("desk.publishEvent", { eventId }, token)
    const shown = await seen()
    expect(shown.statuses).toEqual([200, 200, 200, 200])
    // Before it in the other orders may be more events of other tests than a page holds.
    const [isFound, , isNew] = shown.isListed
    expect({ isFound, isNew }).toEqual({ isFound: true, isNew: true })
  })

  test("shows its poster to its organizer alone", async () => {
    const { eventId, posterUrl } = await draftOf()
    const asked = async (who: string | undefined) => {
      const headers: Record<string, string> = who ? { authorization: `Bearer ${who}` } : {}
      const response = await api.app.request(posterUrl, { headers }, { address: mintAddress() })
      return [response.status, response.headers.get("cache-control")]
    }
    expect(await asked(token)).toEqual([200, "private, no-store"])
    const [status] = await asked(await mintOrganizer())
    expect([status, (await asked(undefined))[0]]).toEqual([404, 404])
    // A picture that may be kept for ever is never another one at the same address.
    const base64 = btoa(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 6 8"/>`)
    expect(
      (await api.mutate("desk.setPoster", { eventId, poster: { base64 } }, token)).status,
    ).toBe(200)
    expect((await asked(token))[0]).toBe(404)
  })
})

describe("a hall's file", () => {
  const file = (dryRun: boolean) => ({
    hallId: Bun.randomUUIDv7(),
    name: "Studio",
    venue: { name: "House", address: "1 River Road" },
    format: "csv",
    text: "area,row,number,x,y\nStalls,A,1,0,0\nStalls,A,2,10,0\n",
    dryRun,
  })

  test("is read in a process of its own, and refused by its lines as anywhere", async () => {
    for (const dryRun of [true, false]) {
      const { data } = await api.mutate("desk.importHall", file(dryRun), token)
      expect(data).toMatchObject({ capacity: 2, areas: [{ name: "Stalls" }] })
    }
    const wrong = { ...file(true), text: "area,capacity\nMeadow,none\n" }
    const { status, refusal } = await api.mutate("desk.importHall", wrong, token)
    expect([status, refusal?.code]).toEqual([400, "HALL_NOT_VALID"])
  })
})

describe("a performance that is removed", () => {
  test("is forgotten by Redis, which had it for whoever looked at its map", async () => {
    const place = await mintHall(stores)
    const dates = datesIn(place, termsOn(10), termsOn(11))
    const created = await api.mutate("desk.createEvent", { ...newEvent(place), dates }, token)
    const { eventId, performanceId } = idsOf(created.data as DeskEvent)
    await api.mutate("desk.publishEvent", { eventId }, token)
    await api.query("seating.availability", { performanceId })
    const keys = Object.values(keysOfPerformance(performanceId))
    expect(await stores.redis.exists(...keys)).toBeGreaterThan(0)
    const removed = await api.mutate("desk.removePerformance", { performanceId }, token)
    expect(removed.status).toBe(200)
    // As the relay does, of the outbox's row.
    await reconcilePerformance(stores, performanceId)
    expect(await stores.redis.exists(...keys)).toBe(0)
    expect((await api.query("seating.availability", { performanceId })).status).toBe(404)
  })
})

describe("an event that breaks the schema is refused with the field, and nothing is stored", () => {
  const run = {
    firstDay: inDays(10).slice(0, 10),
    lastDay: inDays(12).slice(0, 10),
    startsAt: "10:00",
    endsAt: "22:00",
    saleOpensAt: inDays(1),
    saleClosesMinutesBeforeEnd: 0,
    cancelMinutesBeforeStart: 1440,
    limitPerUser: 4,
  }
  const areas = [{ area: "day", price: 30_000 }]
  const dated = (terms: object) => ({
    dates: { hallId: hall.hallId, areas, performances: [{ ...termsOn(10), ...terms }] },
  })
  const running = (change: object) => ({
    dates: { hallId: hall.hallId, areas, run: { ...run, ...change } },
  })
  const priced = (...wrong: object[]) => ({
    dates: { hallId: hall.hallId, areas: wrong, performances: [termsOn(10)] },
  })
  const poster = (bytes: number) => ({
    poster: { base64: Buffer.alloc(bytes).toString("base64") },
  })
  const wrong: [string, object, string][] = [
    ["an end before the start", dated({ endsAt: inDays(9) }), "dates.performances.0.endsAt"],
    ["a week and a day", dated({ endsAt: inDays(19) }), "dates.performances.0.endsAt"],
    [
      "a sale that closes first",
      dated({ saleClosesAt: inDays(0) }),
      "dates.performances.0.saleClosesAt",
    ],
    [
      "a sale after the end",
      dated({ saleClosesAt: inDays(12) }),
      "dates.performances.0.saleClosesAt",
    ],
    [
      "a cancellation after the start",
      dated({ cancelUntil: inDays(11) }),
      "dates.performances.0.cancelUntil",
    ],
    [
      "a start long ago",
      dated({ startsAt: "1999-01-01T00:00:00Z" }),
      "dates.performances.0.startsAt",
    ],
    ["no limit", dated({ limitPerUser: 0 }), "dates.performances.0.limitPerUser"],
    ["a hold of a day", dated({ holdMinutes: 1440 }), "dates.performances.0.holdMinutes"],
    ["a run of ten years", running({ lastDay: "2036-11-30" }), "dates.run.lastDay"],
    ["a run that ends first", running({ lastDay: inDays(9).slice(0, 10) }), "dates.run.lastDay"],
    ["no such day", running({ firstDay: "2027-02-30" }), "dates.run.firstDay"],
    ["no such time", running({ startsAt: "24:00" }), "dates.run.startsAt"],
    ["a negative price", priced({ area: "day", price: -1 }), "dates.areas.0.price"],
    ["half a won", priced({ area: "day", price: 0.5 }), "dates.areas.0.price"],
    ["no place", priced({ area: "day", price: 1, capacity: 0 }), "dates.areas.0.capacity"],
    ["an area twice", priced(...areas, ...areas), "dates.areas"],
    ["no title", { title: "  " }, "title"],
    ["a title of 121 characters", { title: "가".repeat(121) }, "title"],
    ["a title that nobody sees", { title: "\u200B\u0301" }, "title"],
    ["a title that turns what follows", { title: "\u202Eabc" }, "title"],
    ["half a character", { title: "Gala \uD83C" }, "title"],
    ["half a character in many", { description: "Gala \uD83C" }, "description"],
    ["no such kind", { category: "circus" }, "category"],
    ["no such time zone", { timeZone: "Asia/Gotham" }, "timeZone"],
    ["a time zone in capitals", { timeZone: "ASIA/SEOUL" }, "timeZone"],
    ["a fixed offset", { timeZone: "+09:00" }, "timeZone"],
    ["a poster that is too large", poster(POSTER_BYTES_MAX + 100), "poster.base64"],
    ["a poster that is no base64", { poster: { base64: "<svg>" } }, "poster.base64"],
  ]
  test.each(wrong)("%s", async (_, change, path) => {
    const input = { ...newEvent(hall), ...change }
    const body = JSON.stringify(input)
    const answer = await api.app.request("/trpc/desk.createEvent", {
      method: "POST",
      body,
      headers: {
        authorization: `Bearer ${token}`,
        "content-type": "application/json",
        "content-length": String(Buffer.byteLength(body)),
      },
    })
    const { error } = (await answer.json()) as { error: { data: { issues: { path: string }[] } } }
    expect(answer.status).toBe(400)
    expect(error.data.issues.map((issue) => issue.path)).toContain(path)
    const found = await api.query("desk.event", { eventId: input.eventId }, token)
    expect(found.refusal).toEqual({ code: "NOT_FOUND", what: "event" })
  })
})

describe("a poster that is uploaded", () => {
  const base64Of = (text: string) => Buffer.from(text).toString("base64")

  test("is shown as a picture of our own, whatever an SVG would run", async () => {
    const script = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 6 8"><script>alert(1)</script></svg>`
    const poster = { base64: base64Of(script) }
    const { data } = await api.mutate("desk.createEvent", { ...newEvent(hall), poster }, token)
    const { posterUrl } = data as DeskEvent
    const shown = await api.app.request(posterUrl, {
      headers: { authorization: `Bearer ${token}` },
    })
    expect(shown.headers.get("content-type")).toBe("image/webp")
    expect((await shown.text()).slice(0, 4)).toBe("RIFF")
  })

  test("is refused with the field where it is no picture, and nothing is stored", async () => {
    const refused = {
      code: "NOT_VALID",
      problems: [{ path: "poster.base64", problem: "poster-not-a-picture" }],
    }
    const input = { ...newEvent(hall), poster: { base64: base64Of("<html></html>") } }
    const created = await api.mutate("desk.createEvent", input, token)
    expect([created.status, created.refusal as unknown]).toEqual([400, refused])
    expect((await api.query("desk.event", { eventId: input.eventId }, token)).status).toBe(404)
    const event = await draftOf()
    const { eventId } = event
    const set = await api.mutate("desk.setPoster", { eventId, poster: input.poster }, token)
    expect(set.refusal as unknown).toEqual(refused)
    expect((await api.query("desk.event", { eventId }, token)).data).toEqual(event)
  })
})
