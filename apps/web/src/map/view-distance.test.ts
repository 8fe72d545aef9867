import { describe, expect, test } from "bun:test"
import type { Corner } from "@podo/contract/seating"
import { viewDistance } from "./view-distance.ts"

const stage: Corner[] = [
  [0, 0],
  [200, 0],
  [200, 100],
  [0, 100],
]

describe("the distance to the stage", () => {
  test("is measured to its nearest edge, a metre for two seats of a row", () => {
    expect(viewDistance(stage, { x: 100, y: 300 })).toBe(10)
    expect(viewDistance(stage, { x: -40, y: 50 })).toBe(2)
  })

  test("is measured to a corner where no edge is nearer", () => {
    expect(viewDistance(stage, { x: 230, y: 140 })).toBeCloseTo(2.5)
  })

  test("is nothing on the stage, and unknown without one", () => {
    expect(viewDistance(stage, { x: 100, y: 50 })).toBe(0)
    expect(viewDistance([], { x: 100, y: 50 })).toBeUndefined()
  })
})
