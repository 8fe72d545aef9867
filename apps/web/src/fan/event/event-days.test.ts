import { describe, expect, test } from "bun:test"
import { daysOf, firstWelcomeDay, hasCalendar, isPickable, nearestOpenDay } from "./event-days.ts"
import { eventOnSale, performanceOnSale } from "./testing.ts"

/** At one in the afternoon in Seoul, on that day of May. */
const dayOfMay = (day: number, wishes: Parameters<typeof performanceOnSale>[0] = {}) =>
  performanceOnSale({
    startsAt: new Date(Date.UTC(2026, 4, day, 4)).toISOString(),
    endsAt: new Date(Date.UTC(2026, 4, day, 13)).toISOString(),
    ...wishes,
  })
const seated = (day: number) => {
  const performance = dayOfMay(day)
  return {
    ...performance,
    areas: performance.areas.map((area) => ({ ...area, kind: "seated" as const })),
  }
}
const count = (days: number) => Array.from({ length: days }, (_, index) => index + 1)

describe("the days of an event", () => {
  test("are those of its own zone, in order, each with all that happens on it", () => {
    const night = dayOfMay(2, { startsAt: "2026-05-02T15:30:00.000Z" })
    const event = eventOnSale([dayOfMay(4), dayOfMay(3), night])
    expect(daysOf(event).map(({ day, remaining }) => [day, remaining])).toEqual([
      ["2026-05-03", 200],
      ["2026-05-04", 100],
    ])
    expect(daysOf({ ...event, timeZone: "UTC" }).map(({ day }) => day)).toEqual([
      "2026-05-02",
      "2026-05-03",
      "2026-05-04",
    ])
  })

  test("are as welcome as the most welcome performance, and leave out what is cancelled", () => {
    const soldOut = dayOfMay(2, { remaining: 0, saleState: "sold-out" })
    const off = dayOfMay(2, { cancelled: true, saleState: "closed" })
    const stateOf = (...performances: (typeof off)[]) =>
      daysOf(eventOnSale(performances)).map(({ state, remaining }) => [state, remaining])
    expect(stateOf(soldOut, dayOfMay(2))).toEqual([["open", 100]])
    expect(stateOf(soldOut, off)).toEqual([["sold-out", 0]])
    expect(stateOf(off)).toEqual([["cancelled", 0]])
  })

  test("are chosen from a calendar at a festival, or when there are many", () => {
    expect(hasCalendar(eventOnSale([dayOfMay(1), dayOfMay(2)]))).toBe(true)
    expect(hasCalendar(eventOnSale([dayOfMay(1)]))).toBe(false)
    expect(hasCalendar(eventOnSale([dayOfMay(1), dayOfMay(1)]))).toBe(false)
    expect(hasCalendar(eventOnSale(count(8).map(seated)))).toBe(false)
    expect(hasCalendar(eventOnSale(count(9).map(seated)))).toBe(true)
  })

  test("can be picked while there is something to do, or a booking of one's own", () => {
    const pickable = (wishes: Parameters<typeof performanceOnSale>[0]) =>
      daysOf(eventOnSale([dayOfMay(2, wishes)])).map(isPickable)
    expect(pickable({ saleState: "sold-out", remaining: 0 })).toEqual([true])
    expect(pickable({ saleState: "closed" })).toEqual([false])
    expect(pickable({ saleState: "closed", mine: true })).toEqual([true])
    expect(pickable({ saleState: "closed", cancelled: true })).toEqual([false])
  })
})

describe("the nearest day with places", () => {
  const days = daysOf(
    eventOnSale([
      dayOfMay(1, { remaining: 2 }),
      dayOfMay(2, { remaining: 0, saleState: "sold-out" }),
      dayOfMay(3, { remaining: 7 }),
      dayOfMay(9),
    ]),
  )

  test("is the later one of two as near, and never the day itself", () => {
    expect(nearestOpenDay(days, "2026-05-02")?.day).toBe("2026-05-03")
    expect(nearestOpenDay(days, "2026-05-03")?.day).toBe("2026-05-01")
  })

  test("has as many as are wanted", () => {
    expect(nearestOpenDay(days, "2026-05-02", 4)?.day).toBe("2026-05-03")
    expect(nearestOpenDay(days, "2026-05-02", 8)?.day).toBe("2026-05-09")
    expect(nearestOpenDay(days, "2026-05-02", 800)).toBeUndefined()
  })

  test("is where the calendar begins", () => {
    expect(firstWelcomeDay(days)?.day).toBe("2026-05-01")
    expect(firstWelcomeDay(days.slice(1, 2))?.day).toBe("2026-05-02")
    expect(firstWelcomeDay([])).toBeUndefined()
  })
})
