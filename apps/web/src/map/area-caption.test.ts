import { describe, expect, test } from "bun:test"
import { Area } from "@podo/contract/ids"
import { captionOf } from "./area-caption.ts"
import type { SeatSpeech } from "../app/language/seat-words.ts"

const outline: [number, number][] = [
  [0, 0],
  [100, 0],
  [100, 60],
  [0, 60],
]

function captionFor(name: string, k: number) {
  const area = { area: Area.parse("floor"), name, englishName: null, price: 90_000, outline }
  const place = { kind: "standing" as const, firstPlace: 0, capacity: 100 }
  const speech = {
    named: (own: string) => own,
    formats: { money: () => "₩90,000", number: String },
    say: { shortPlacesLeft: (count: string) => `${count} left` },
  } as unknown as SeatSpeech
  const filling = { area: { ...area, ...place }, tier: 0, open: 7 }
  return captionOf(filling, "KRW", speech, { middle: { x: 50, y: 30 }, k })
}

describe("an area's caption", () => {
  test("says all of it where there is room", () => {
    expect(captionFor("Floor", 2)?.lines).toEqual(["Floor", "₩90,000", "7 left"])
  })

  test("has a long name in two lines before it goes without", () => {
    const caption = captionFor("Standing floor, front left", 1)
    expect(caption).toMatchObject({
      lines: ["Standing floor,", "front left", "7 left"],
      nameLines: 2,
    })
  })

  test("is a number where there is one, rather than a name in two small lines", () => {
    expect(captionFor("Section of the balcony 103", 0.8)?.lines).toEqual(["103", "7"])
    // Without a number there is room for the same words.
    expect(captionFor("Section of the balcony", 0.8)?.lines).toHaveLength(3)
  })

  test("is not there where nothing of it fits", () => {
    expect(captionFor("Standing floor, front left", 0.1)).toBeUndefined()
  })
})
