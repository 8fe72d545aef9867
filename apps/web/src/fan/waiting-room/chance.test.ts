import { describe, expect, test } from "bun:test"
import { chanceOf, isSmall, hasNothingLeft } from "./chance.ts"

describe("places against people", () => {
  test("are enough for certain only if everybody took as many as they may", () => {
    expect(chanceOf(404, 100, 4)).toEqual({ kind: "plenty" })
    expect(chanceOf(403, 100, 4)).toEqual({ kind: "likely" })
    expect(chanceOf(101, 100, 4)).toEqual({ kind: "likely" })
    expect(chanceOf(4, 0, 4)).toEqual({ kind: "plenty" })
  })

  test("are said as a share that is never kinder than it is", () => {
    const shareOf = (left: number, people: number) => {
      const chance = chanceOf(left, people, 4)
      return chance.kind === "some" ? `${chance.of}/${chance.outOf}` : chance.kind
    }
    expect([shareOf(100, 100), shareOf(334, 1_000), shareOf(333, 1_000)]).toEqual([
      "9/10",
      "1/3",
      "1/4",
    ])
    expect([shareOf(10, 1_000), shareOf(9, 1_000), shareOf(0, 10)]).toEqual([
      "1/100",
      "slim",
      "none",
    ])
  })

  test("are worth a look at other dates when fewer than half find one", () => {
    const isSmallOf = (left: number) => isSmall(chanceOf(left, 100, 4))
    expect([500, 101, 50, 49, 0].map(isSmallOf)).toEqual([false, false, false, true, true])
  })
})

test("nothing is left only when no area has anything", () => {
  expect(hasNothingLeft({ left: [0, 0] })).toBe(true)
  expect(hasNothingLeft({ left: [0, 1] })).toBe(false)
})
