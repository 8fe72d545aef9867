import { describe, expect, test } from "bun:test"
import {
  closestScale,
  fitScale,
  isTappable,
  onPane,
  onPlan,
  tapScale,
  viewAround,
} from "./zoom-limits.ts"

const hall = { x: 0, y: 0, width: 500, height: 400 }
const phone = { width: 360, height: 420 }

describe("the zoom", () => {
  test("shows all of the hall at its smallest", () => {
    const k = fitScale(hall, phone)
    expect(hall.width * k).toBeLessThanOrEqual(phone.width)
    expect(hall.height * k).toBeLessThanOrEqual(phone.height)
  })

  test("makes seats large enough for a finger within its limits", () => {
    const fit = fitScale(hall, phone)
    expect(isTappable(fit, 10)).toBe(false)
    expect(isTappable(tapScale(10), 10)).toBe(true)
    expect(closestScale(fit, 10)).toBeGreaterThanOrEqual(tapScale(10))
  })

  test("never ends below the size at which a small plan is seen whole", () => {
    const studio = { x: 0, y: 0, width: 40, height: 40 }
    const fit = fitScale(studio, { width: 900, height: 700 })
    expect(closestScale(fit, 10)).toBeGreaterThan(fit)
  })

  test("finds the plan's point under the pointer again", () => {
    const view = viewAround({ x: 120, y: 80 }, 3, phone)
    const at = onPane(view, { x: 33, y: 44 })
    expect(onPlan(view, at).x).toBeCloseTo(33)
    expect(onPlan(view, at).y).toBeCloseTo(44)
  })
})
