import { describe, expect, test } from "bun:test"
import { rankOf, stageFrontOf } from "./place-ranks.ts"

const front = stageFrontOf(
  [
    [400, 0],
    [600, 0],
    [600, 100],
    [400, 100],
  ],
  1_000,
)
const rank = (x: number, y: number) => rankOf([x, y], front)

describe("a place is the better", () => {
  test("the nearer it is to the middle of the stage's front edge", () => {
    expect(front).toEqual([500, 100])
    expect(rank(500, 150)).toBeLessThan(rank(500, 160))
    expect(rank(510, 150)).toBeLessThan(rank(520, 150))
    expect(rank(490, 150)).toBe(rank(510, 150))
  })

  test("the more it is before the stage rather than to its side", () => {
    expect(rank(500, 200)).toBeLessThan(rank(600, 100))
    expect(rank(500, 240)).toBeLessThan(rank(600, 100))
    // But nobody is sent to the last rows for the middle's sake.
    expect(rank(600, 110)).toBeLessThan(rank(500, 260))
  })

  test("and nowhere behind its front edge, where it is seen from beside", () => {
    expect(rank(700, 200)).toBeLessThan(rank(700, 60))
    expect(rank(500, 300)).toBeLessThan(rank(620, 0))
  })
})
