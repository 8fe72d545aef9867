import { PerformanceId } from "@podo/contract/ids"
import type { LineFacts } from "@podo/contract/waiting-room"
import { describe, expect, test } from "bun:test"
import { askStandingMs } from "./line-news.ts"

const performanceId = PerformanceId.parse(Bun.randomUUIDv7())
const facts: LineFacts = {
  at: 1_000,
  lineId: "one",
  phase: "lobby",
  waiting: 20_000,
  moved: 0,
  left: [100],
  paused: false,
  draining: false,
  message: "",
}
const moved = (change: Partial<LineFacts>) =>
  ({ news: "line-moved", performanceId, ...facts, ...change }) as const
const watching = { news: "watching", performanceId, of: "line", revision: "1-0" } as const
const known = { ageMs: 60_000, facts, random: 0.5 }

describe("where one stands is asked again", () => {
  test("at once by whom the news are about alone", () => {
    for (const news of ["admitted", "standing-changed"] as const) {
      expect(askStandingMs({ news, performanceId }, known)).toBe(0)
    }
  })

  test("by a thousand a second, when all hear that it may be elsewhere", () => {
    for (const news of ["places-unknown", "sale-changed"] as const) {
      expect(askStandingMs({ news, performanceId }, known)).toBe(10_000)
    }
    expect(askStandingMs(moved({ lineId: "another" }), known)).toBe(10_000)
    expect(askStandingMs(moved({ phase: "open", waiting: 30_000 }), known)).toBe(15_000)
    expect(askStandingMs(moved({ phase: "open", waiting: 9_000_000 }), known)).toBe(30_000)
    expect(askStandingMs(moved({ phase: "open", waiting: 3 }), known)).toBe(1_000)
  })

  test("after a break, and soon where it was read just before the news began", () => {
    expect(askStandingMs(watching, known)).toBe(10_000)
    expect(askStandingMs(watching, { ...known, ageMs: 100 })).toBe(250)
    expect(askStandingMs(watching, { ...known, ageMs: undefined })).toBeUndefined()
  })

  test("not because the line has moved, which one can count", () => {
    expect(askStandingMs(moved({ moved: 7, waiting: 19_993 }), known)).toBeUndefined()
    expect(askStandingMs(moved({}), { ...known, facts: undefined })).toBeUndefined()
  })
})
