import { describe, expect, test } from "bun:test"
import { Area } from "@podo/contract/ids"
import type { PlanArea } from "@podo/contract/seating"
import { captionOf } from "./area-caption.ts"
import type { AreaFilling } from "./area-filling.ts"
import { countOpen, isToggled, lookOf, seatLabel, whyNot, type SeatLook } from "./seat-look.ts"
import type { Language } from "@podo/contract/account"
import { formatsOf } from "../app/language/formats.ts"
import { seatWords } from "../app/language/seat-words.ts"
import type { SeatSpeech } from "../app/language/seat-words.ts"

const speechIn = (language: Language): SeatSpeech => ({
  say: seatWords[language],
  formats: formatsOf(language),
  named: (korean, english) => (language === "en" && english !== null ? english : korean),
})
const none: ReadonlySet<number> = new Set()

const area: PlanArea = {
  area: Area.parse("a101"),
  name: "1층 101구역",
  englishName: "Section 101",
  kind: "seated",
  price: 80_000,
  firstPlace: 0,
  capacity: 4,
  outline: [
    [0, 0],
    [100, 0],
    [100, 60],
    [0, 60],
  ],
}

const filling: AreaFilling = { area, tier: 0, open: 2 }
const linesAt = (k: number) =>
  captionOf(filling, "KRW", speechIn("en"), { middle: { x: 50, y: 30 }, k })?.lines

describe("a place", () => {
  test("looks as the hall says, and to its reader as it concerns them", () => {
    const marked = { places: ".hbx?....", selected: new Set([5]), mine: new Set([6]), gone: none }
    const looks = Array.from({ length: 9 }, (_, place) => lookOf(place, marked))
    expect(looks).toEqual([
      "open",
      "held",
      "sold",
      "withheld",
      "withheld",
      "selected",
      "mine",
      "open",
      "open",
    ])
  })

  test("that a rival was faster at says so before anything else", () => {
    const both = new Set([0])
    expect(lookOf(0, { places: "h", selected: both, mine: none, gone: both })).toBe("gone")
  })

  test("is refused with a reason exactly when it cannot be toggled", () => {
    const looks: SeatLook[] = ["open", "selected", "mine", "held", "sold", "withheld", "gone"]
    for (const full of [true, false]) {
      for (const look of looks) {
        expect(whyNot(look, full, speechIn("ko")) === undefined).toBe(isToggled(look, full))
      }
    }
  })

  test("is named in full in both languages", () => {
    const seat = {
      place: 6,
      row: "A",
      number: 7,
      x: 0,
      y: 0,
      accessible: true,
      companion: false,
      turn: 0,
    }
    const priced = { area, currency: "KRW" }
    expect(seatLabel(seat, "open", priced, speechIn("ko"))).toBe(
      "A열 7번, 1층 101구역, 80,000원, 휠체어석, 선택 가능",
    )
    expect(seatLabel(seat, "sold", priced, speechIn("en"))).toBe(
      "Row A, seat 7, Section 101, ₩80,000, Wheelchair place, Sold",
    )
  })
})

describe("an area", () => {
  test("counts its own open places only", () => {
    expect(countOpen("..b.....", 2, 4)).toBe(3)
  })

  test("is captioned with as much as can be read at each scale", () => {
    expect(linesAt(2)).toEqual(["Section 101", "₩80,000", "2 left"])
    expect(linesAt(0.5)).toEqual(["101", "2"])
    expect(linesAt(0.05)).toBeUndefined()
  })
})
