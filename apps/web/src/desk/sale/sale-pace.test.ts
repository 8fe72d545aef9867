import { describe, expect, test } from "bun:test"
import { pollMsOf } from "./sale-pace.ts"

const NOW_MS = Date.UTC(2031, 0, 19)
const CLOSES_AT = new Date(NOW_MS + 90_000).toISOString()
const OPENS_AT = new Date(NOW_MS + 4_000).toISOString()

const sale = (
  saleState: "scheduled" | "open" | "sold-out" | "closed",
  held: number | null = 0,
) => ({
  publishedAt: "2031-01-01T00:00:00.000Z" as string | null,
  bookings: 3,
  held,
  performance: {
    cancelledAt: null as string | null,
    saleState,
    saleOpensAt: OPENS_AT,
    saleClosesAt: CLOSES_AT,
  },
})
const paceOf = (known: Parameters<typeof pollMsOf>[0]) => Number(pollMsOf(known, { nowMs: NOW_MS }))

describe("a sale is asked for again", () => {
  test("every few seconds while it is on, also when all is sold", () => {
    for (const state of ["open", "sold-out"] as const) {
      expect(paceOf(sale(state))).toBeGreaterThanOrEqual(2_000)
      expect(paceOf(sale(state))).toBeLessThanOrEqual(3_000)
    }
  })

  test("before it opens rarely, but not later than it opens", () => {
    expect(paceOf(sale("scheduled"))).toBe(4_000)
    const tomorrow = { ...sale("scheduled").performance, saleOpensAt: "2031-01-20T00:00:00.000Z" }
    expect(paceOf({ ...sale("scheduled"), performance: tomorrow })).toBeGreaterThan(10_000)
  })

  test("after it closed as long as somebody may still book what they hold", () => {
    expect(paceOf(sale("closed", 1))).toBeLessThan(paceOf(sale("closed", 0)))
    expect(paceOf(sale("closed", null))).toBeLessThan(paceOf(sale("closed", 0)))
  })

  test("while its bookings are being cancelled, and then no more; nor while it is a draft", () => {
    const performance = { ...sale("closed").performance, cancelledAt: OPENS_AT }
    expect(paceOf({ ...sale("closed"), performance })).toBeGreaterThan(0)
    expect(pollMsOf({ ...sale("closed"), performance, bookings: 0 }, { nowMs: NOW_MS })).toBe(false)
    expect(pollMsOf({ ...sale("open"), publishedAt: null }, { nowMs: NOW_MS })).toBe(false)
  })
})

describe("while news come of it, a sale is asked for", () => {
  const liveMsOf = (known: Parameters<typeof pollMsOf>[0]) =>
    pollMsOf(known, { isLive: true, nowMs: NOW_MS })

  test("when its clock turns, and not before", () => {
    expect(liveMsOf(sale("scheduled"))).toBe(4_000)
    expect(liveMsOf(sale("open"))).toBe(90_000)
    expect(liveMsOf(sale("sold-out"))).toBe(90_000)
    const overdue = { ...sale("scheduled").performance, saleOpensAt: new Date(0).toISOString() }
    expect(liveMsOf({ ...sale("scheduled"), performance: overdue })).toBe(1_000)
    const nextYear = { ...sale("open").performance, saleClosesAt: "2032-01-20T00:00:00.000Z" }
    expect(liveMsOf({ ...sale("open"), performance: nextYear })).toBe(3_600_000)
  })

  test("no more when it is over", () => {
    expect(liveMsOf(sale("closed", 3))).toBe(false)
    const performance = { ...sale("closed").performance, cancelledAt: OPENS_AT }
    expect(liveMsOf({ ...sale("closed"), performance })).toBe(false)
  })

  test("every few seconds when Redis is away, of which all news come", () => {
    expect(liveMsOf(sale("open", null))).toBe(paceOf(sale("open", null)))
  })
})
