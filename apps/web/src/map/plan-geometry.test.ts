import { describe, expect, test } from "bun:test"
import type { Corner } from "@podo/contract/seating"
import { boxAround, centreOf, holdsBox, middleOf } from "./plan-geometry.ts"
import { roomiestBox } from "./roomiest-box.ts"

const square: Corner[] = [
  [0, 0],
  [10, 0],
  [10, 10],
  [0, 10],
]
/** A wedge of a ring: its middle has less room than its box promises. */
const wedge: Corner[] = [
  [0, 0],
  [40, 0],
  [25, 20],
  [15, 20],
]

describe("a polygon", () => {
  test("has its middle where it balances", () => {
    expect(middleOf(square)).toEqual({ x: 5, y: 5 })
    expect(middleOf(wedge).y).toBeLessThan(10)
  })

  test("without an area has a middle too", () => {
    const line: Corner[] = [
      [0, 0],
      [10, 0],
    ]
    expect(middleOf(line)).toEqual({ x: 5, y: 0 })
    expect(middleOf([])).toEqual({ x: 0.5, y: 0.5 })
  })

  test("holds a box only if all of the box is inside", () => {
    expect(holdsBox(square, { x: 1, y: 1, width: 8, height: 8 })).toBe(true)
    expect(holdsBox(square, { x: 1, y: 1, width: 12, height: 8 })).toBe(false)
    expect(holdsBox(wedge, { x: 4, y: 8, width: 32, height: 6 })).toBe(false)
  })

  test("lies within the box around it, and the margin", () => {
    expect(boxAround([{ x: 3, y: 4 }], 2)).toEqual({ x: 1, y: 2, width: 4, height: 4 })
  })
})

describe("the roomiest box", () => {
  test("of a square is about the square's middle", () => {
    const box = roomiestBox(square, 1)
    expect(box && centreOf(box)).toEqual({ x: 5, y: 5 })
    expect(box?.width).toBeGreaterThan(9)
  })

  test("of a bent area lies inside it, where the centroid does not", () => {
    // A horseshoe, open to the top.
    const bent: Corner[] = [
      [0, 0],
      [20, 0],
      [20, 80],
      [80, 80],
      [80, 0],
      [100, 0],
      [100, 100],
      [0, 100],
    ]
    expect(holdsBox(bent, boxAround([middleOf(bent)], 1))).toBe(false)
    const box = roomiestBox(bent, 2)
    expect(box && holdsBox(bent, box)).toBe(true)
  })

  test("of nothing is nothing", () => {
    expect(roomiestBox([], 2)).toBeUndefined()
  })
})
