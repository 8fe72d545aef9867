import { describe, expect, test } from "bun:test"
import { hallOf } from "../testing.ts"
import { rowsOf } from "./rows.ts"
import { walkFrom } from "./walk.ts"

const { plan, seats } = hallOf({ stalls: { rows: ["aaaa", "__aa", "aaaa"] } })
const [area] = plan.areas
if (area === undefined) throw new Error("the hall has an area")
const rows = rowsOf(area, seats, { wheelchairs: false })

const walk = (place: number, key: string, ctrlKey = false) => {
  const to = walkFrom(rows, place, { key, ctrlKey })
  return typeof to === "object" ? to.place : to
}

describe("an arrow key in the list", () => {
  test("goes along the row, and no further than its end", () => {
    expect([walk(0, "ArrowRight"), walk(1, "ArrowLeft")]).toEqual([1, 0])
    expect([walk(3, "ArrowRight"), walk(0, "ArrowLeft")]).toEqual([undefined, undefined])
  })

  test("goes to the nearest seat of the next row, wherever that begins", () => {
    expect([walk(0, "ArrowDown"), walk(3, "ArrowDown"), walk(4, "ArrowUp")]).toEqual([4, 5, 2])
    expect([walk(0, "ArrowUp"), walk(9, "ArrowDown")]).toEqual([undefined, undefined])
  })

  test("goes to the ends of the row, and of the section", () => {
    expect([walk(5, "Home"), walk(4, "End")]).toEqual([4, 5])
    expect([walk(5, "Home", true), walk(4, "End", true)]).toEqual([0, 9])
  })

  test("is the list's only where it leads somewhere in it", () => {
    expect([walk(0, "Tab"), walk(0, "Enter"), walk(0, "a")]).toEqual([
      "elsewhere",
      "elsewhere",
      "elsewhere",
    ])
  })
})
