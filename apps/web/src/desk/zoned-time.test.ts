import { describe, expect, test } from "bun:test"
import {
  dayBeforeAt,
  daysBetween,
  instantOf,
  isSkipped,
  isTwice,
  isZone,
  laterByDays,
  minutesBetween,
  nextHour,
  wallOf,
} from "./zoned-time.ts"

const SEOUL = "Asia/Seoul"
const NEW_YORK = "America/New_York"

describe("a time that is typed", () => {
  test("is read on the clocks of the event's zone, and reads the same again", () => {
    expect(instantOf("2031-01-19T19:30", SEOUL)).toBe("2031-01-19T10:30:00.000Z")
    expect(instantOf("2031-07-19T19:30", NEW_YORK)).toBe("2031-07-19T23:30:00.000Z")
    expect(wallOf("2031-01-20T00:30:00.000Z", NEW_YORK)).toBe("2031-01-19T19:30")
  })

  test("is none where the clocks leave it out", () => {
    expect(instantOf("2031-03-09T02:30", NEW_YORK)).toBeNull()
    expect(isSkipped("2031-03-09T02:30", NEW_YORK)).toBe(true)
    expect(isSkipped("2031-03-09T02:30", SEOUL)).toBe(false)
    expect(isSkipped("", NEW_YORK)).toBe(false)
  })

  test("is the first of two where the clocks go back", () => {
    expect(instantOf("2031-11-02T01:30", NEW_YORK)).toBe("2031-11-02T05:30:00.000Z")
    expect(isTwice("2031-11-02T01:30", NEW_YORK)).toBe(true)
    expect(isTwice("2031-11-02T03:30", NEW_YORK)).toBe(false)
  })

  test("is none when it is half typed, or its zone is unknown", () => {
    expect(instantOf("", SEOUL)).toBeNull()
    expect(instantOf("2031-02-31T10:00", SEOUL)).toBeNull()
    expect(instantOf("2031-02-01T10:00", "Mars/Base")).toBeNull()
    expect([SEOUL, "+09:00", "Mars/Base", ""].map(isZone)).toEqual([true, false, false, false])
  })
})

test("a day later is the same time by the clock, over a change of clocks too", () => {
  expect(laterByDays("2031-03-08T19:30", 1)).toBe("2031-03-09T19:30")
  expect(laterByDays("2031-12-31T19:30", 1)).toBe("2032-01-01T19:30")
})

test("the day before is the day before there", () => {
  // 00:30 on the 20th in Seoul is still the 19th in UTC.
  expect(dayBeforeAt("2031-01-19T15:30:00.000Z", "17:00", SEOUL)).toBe("2031-01-19T08:00:00.000Z")
})

test("a day that closes after midnight is as long as it is", () => {
  expect([minutesBetween("11:00", "22:00"), minutesBetween("18:00", "02:00")]).toEqual([660, 480])
  expect(minutesBetween("10:00", "10:00")).toBe(24 * 60)
})

test("a run counts both of its ends", () => {
  expect(daysBetween("2031-12-31", "2032-01-01")).toBe(2)
  expect(daysBetween("2032-01-01", "2031-12-31")).toBe(0)
  expect(daysBetween("2031-02-31", "2031-03-01")).toBeNull()
})

test("the next full hour is that of the zone", () => {
  expect(nextHour("Asia/Kolkata", Date.UTC(2031, 0, 19, 10, 10))).toBe("2031-01-19T16:00")
})
