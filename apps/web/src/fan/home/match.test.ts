import { describe, expect, test } from "bun:test"
import { endsInHalfSyllable, piecesOf } from "./match.ts"

const marked = (text: string, search: string) =>
  piecesOf(text, search)
    .map((piece) => (piece.isMatch ? `[${piece.text}]` : piece.text))
    .join("")

describe("the matches of a search", () => {
  test("is found in any case, wherever it stands, as often as it does", () => {
    expect(marked("Moonlit Moon Road", "MOON")).toBe("[Moon]lit [Moon] Road")
    expect(marked("뮤지컬 포도밭의 유령", "뮤지")).toBe("[뮤지]컬 포도밭의 유령")
    expect(marked("Podo", " ")).toBe("Podo")
    expect(marked("Podo", "grape")).toBe("Podo")
  })

  test("is taken literally", () => {
    expect(marked("100% 라이브", "%")).toBe("100[%] 라이브")
    for (const sign of String.raw`.*+?^$(){}|[]\/-_%`) {
      expect(marked(`a${sign}b`, sign)).toBe(`a[${sign}]b`)
      expect(marked("ab", sign)).toBe("ab")
    }
  })
})

test("a syllable is half as long as its letters stand alone", () => {
  expect(["뮤ㅈ", "ㅁ"].map(endsInHalfSyllable)).toEqual([true, true])
  expect(["뮤지", "뮤지컬", "Moon", ""].map(endsInHalfSyllable)).toEqual([
    false,
    false,
    false,
    false,
  ])
})
