import { describe, expect, test } from "bun:test"
import { en } from "@podo/words/en/page"
import { formatsOf } from "../../app/language/formats.ts"
import { ko } from "@podo/words/ko/page"
import type { Words } from "@podo/words/ko/page"
import { shownState, spokenDay } from "./day-words.ts"
import { daysOf, type EventDay } from "./event-days.ts"
import { eventOnSale, performanceOnSale } from "./testing.ts"

const english = { words: en as Words, formats: formatsOf("en") }
const korean = { words: ko as Words, formats: formatsOf("ko") }

function dayWith(wishes: Parameters<typeof performanceOnSale>[0]): EventDay {
  const [day] = daysOf(eventOnSale([performanceOnSale(wishes)]))
  if (day === undefined) throw new Error("An event has a day.")
  return day
}

describe("a day of the calendar", () => {
  test("is called by its date and what is left of it", () => {
    const day = dayWith({ remaining: 37 })
    expect(spokenDay(day.day, day, english, [])).toBe("Saturday 2 May 2026, 37 left")
    expect(spokenDay(day.day, day, korean, ["선택함"])).toBe(
      "2026년 5월 2일 토요일, 37매 남음, 선택함",
    )
    expect(spokenDay("2026-05-03", undefined, english, [])).toBe("Sunday 3 May 2026")
  })

  test("says why there is nothing to have, and which one is one's own", () => {
    const said = (wishes: Parameters<typeof performanceOnSale>[0]) =>
      spokenDay("2026-05-02", dayWith(wishes), english, []).replace("Saturday 2 May 2026, ", "")
    expect(said({ remaining: 0, saleState: "sold-out" })).toBe("Sold out")
    expect(said({ cancelled: true, saleState: "closed" })).toBe("cancelled")
    expect(said({ saleState: "scheduled" })).toBe("not on sale yet")
    expect(said({ saleState: "closed", mine: true })).toBe("sale ended, You are going")
  })

  test("shows as much as fits under its number", () => {
    expect(shownState(dayWith({ remaining: 37 }), korean)).toBe("37매")
    expect(shownState(dayWith({ remaining: 12_345 }), english)).toBe("12k")
  })
})
