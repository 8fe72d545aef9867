import { describe, expect, test } from "bun:test"
import {
  dateOfDay,
  dayOfDate,
  daysBetween,
  houseMidnight,
  isLocalDay,
  lastOfMonth,
  localDay,
  plusDays,
} from "./local-day.ts"

describe("a day", () => {
  test("is the one that the zone's own calendar shows", () => {
    const moment = "2026-05-01T15:30:00.000Z"
    expect(localDay(moment, "Asia/Seoul")).toBe("2026-05-02")
    expect(localDay(moment, "America/New_York")).toBe("2026-05-01")
  })

  test("begins at the house's midnight", () => {
    expect(houseMidnight("2026-05-02")).toBe("2026-05-01T15:00:00.000Z")
    expect(localDay(houseMidnight("2026-05-02"), "Asia/Seoul")).toBe("2026-05-02")
  })

  test("is counted on over months, years and changes of the clock", () => {
    expect(plusDays("2026-12-31", 1)).toBe("2027-01-01")
    expect(plusDays("2026-03-01", -1)).toBe("2026-02-28")
    expect(daysBetween("2026-03-01", "2026-04-01")).toBe(31)
    expect([lastOfMonth("2028-02-10"), lastOfMonth("2026-12-01")]).toEqual([
      "2028-02-29",
      "2026-12-31",
    ])
  })

  test("survives the calendar's dates, also where midnight does not exist", () => {
    for (const day of ["2026-01-01", "2026-03-29", "2026-10-25"]) {
      expect(dayOfDate(dateOfDay(day))).toBe(day)
    }
  })

  test("is only what the calendar has", () => {
    expect(["2026-05-02", "2026-02-30", "2026-5-2", "", "today"].map(isLocalDay)).toEqual([
      true,
      false,
      false,
      false,
      false,
    ])
    expect(isLocalDay(null)).toBe(false)
  })
})
