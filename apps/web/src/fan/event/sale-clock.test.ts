import { describe, expect, test } from "bun:test"
import { eventOnSale, performanceOnSale } from "./testing.ts"
import { nextTurnMs, saleStateAt } from "./sale-clock.ts"

const OPENS = "2026-05-01T11:00:00.000Z"
const opensMs = Date.parse(OPENS)
const performance = performanceOnSale({
  saleOpensAt: OPENS,
  saleClosesAt: "2026-05-02T11:00:00.000Z",
  saleState: "scheduled",
})

describe("a sale", () => {
  test("opens and closes to the millisecond, without asking again", () => {
    expect(saleStateAt(performance, opensMs - 1)).toBe("scheduled")
    expect(saleStateAt(performance, opensMs)).toBe("open")
    expect(saleStateAt(performance, opensMs + 86_400_000 - 1)).toBe("open")
    expect(saleStateAt(performance, opensMs + 86_400_000)).toBe("closed")
  })

  test("of what is cancelled is over, and of what is gone sold out", () => {
    expect(saleStateAt({ ...performance, cancelled: true }, opensMs)).toBe("closed")
    expect(saleStateAt({ ...performance, remaining: 0 }, opensMs)).toBe("sold-out")
  })

  test("turns next when the first of the dates opens or closes", () => {
    const event = eventOnSale([
      performance,
      { ...performance, saleOpensAt: "2026-05-01T12:00:00.000Z" },
    ])
    expect(nextTurnMs(event, opensMs - 5)).toBe(opensMs)
    expect(nextTurnMs(event, opensMs)).toBe(opensMs + 3_600_000)
    expect(nextTurnMs(event, opensMs + 86_400_000)).toBeUndefined()
  })
})
