import { describe, expect, test } from "bun:test"
import { coalesceEvents, daysOfSpan, listInput } from "./list-query.ts"
import { EVERYTHING, isEverything, type Listing, listingOf, paramsOf } from "./listing.ts"

const read = (query: string) => listingOf(new URLSearchParams(query))

describe("the address of a list", () => {
  test("keeps everything that was chosen", () => {
    const listing: Listing = {
      category: "festival",
      sort: "newest",
      search: "100% 라이브",
      when: { from: "2026-05-02", to: "2026-05-05" },
      onlyLeft: true,
    }
    expect(listingOf(paramsOf(listing))).toEqual(listing)
    expect(listingOf(paramsOf({ ...listing, when: "weekend" })).when).toBe("weekend")
  })

  test("is bare where nothing is", () => {
    expect(paramsOf(EVERYTHING).toString()).toBe("")
    expect(isEverything(read("sort=newest"))).toBe(true)
    for (const query of ["category=play", "search=a", "when=today", "places=left"]) {
      expect(isEverything(read(query))).toBe(false)
    }
  })

  test("may be nonsense, which changes nothing", () => {
    const nonsense = "category=opera&sort=hot&when=yesterday&from=2026-02-30&to=2026-05-01&places=1"
    expect(read(nonsense)).toEqual(EVERYTHING)
    expect(read("from=2026-05-02&to=2026-05-01").when).toBeUndefined()
    expect(read("from=2026-05-02&to=2036-05-01").when).toBeUndefined()
  })
})

describe("the days that a list asks for", () => {
  const ask = (query: string) => listInput(read(query), "2026-05-06")

  test("is whole days of the house's calendar, so that all who ask share the answer", () => {
    expect(ask("when=today")).toEqual({
      sort: "soonest",
      from: "2026-05-05T15:00:00.000Z",
      to: "2026-05-06T15:00:00.000Z",
    })
    expect(ask("from=2026-05-09&to=2026-05-10&places=left")).toMatchObject({
      from: "2026-05-08T15:00:00.000Z",
      to: "2026-05-10T15:00:00.000Z",
      withPlaces: true,
    })
  })

  test("is the weekend that is on, else the next one", () => {
    const weekend = (today: string) => Object.values(daysOfSpan("weekend", today))
    expect(weekend("2026-05-06")).toEqual(["2026-05-09", "2026-05-10"])
    expect(weekend("2026-05-09")).toEqual(["2026-05-09", "2026-05-10"])
    expect(weekend("2026-05-10")).toEqual(["2026-05-10", "2026-05-10"])
    expect(daysOfSpan("month", "2026-05-06")).toEqual({ from: "2026-05-06", to: "2026-05-31" })
  })

  test("is never longer than a search may be", () => {
    expect(ask(`search=${"가".repeat(200)}`).search).toHaveLength(80)
  })
})

describe("a page of the list", () => {
  const answering = (pages: number[]) => {
    const asked: (string | null)[] = []
    const ask = (cursor: string | null) => {
      asked.push(cursor)
      const index = Number(cursor ?? 0)
      const events = Array.from({ length: pages[index] ?? 0 }, () => ({}) as never)
      const nextCursor = index + 1 < pages.length ? String(index + 1) : null
      return Promise.resolve({ events, nextCursor })
    }
    return { ask, asked }
  }

  test("goes on by itself over empty ones, until there is something to see", async () => {
    const { ask, asked } = answering([0, 0, 24, 24])
    const page = await coalesceEvents(ask, null)
    expect([page.events.length, page.nextCursor]).toEqual([24, "3"])
    expect(asked).toEqual([null, "1", "2"])
  })

  test("ends where the list ends", async () => {
    const page = await coalesceEvents(answering([0, 3]).ask, null)
    expect([page.events.length, page.nextCursor]).toEqual([3, null])
  })

  test("does not go on for ever", async () => {
    const { ask, asked } = answering(Array.from({ length: 100 }, () => 0))
    const page = await coalesceEvents(ask, "5")
    expect([page.events.length, page.nextCursor, asked.length]).toEqual([0, "13", 8])
  })
})
