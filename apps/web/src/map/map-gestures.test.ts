import { expect, test } from "bun:test"
import type { Plan } from "@podo/contract/seating"
import { viewAfterResize, type Pane } from "./map-gestures.ts"
import { fitScale, onPlan, viewAround, type Size } from "./zoom-limits.ts"

const planOf = (width: number): Plan => ({
  width,
  height: 400,
  stage: [],
  currency: "KRW",
  areas: [],
  seats: [],
})

function paneOf(plan: Plan, size: Size, margin = 0): Pane {
  const box = { x: -margin, y: 0, width: plan.width + 2 * margin, height: plan.height }
  return { plan, box, size, fit: fitScale(box, size), closest: 6 }
}

const upright = { width: 360, height: 500 }
const plan = planOf(500)
const pane = paneOf(plan, upright)
const spot = { x: 130, y: 90 }
const zoomed = viewAround(spot, 3, upright)

test("a phone that is turned, and a hall whose seats arrive, keep the spot that was zoomed to", () => {
  for (const next of [paneOf(plan, { width: 700, height: 300 }), paneOf(plan, upright, 40)]) {
    const view = viewAfterResize(zoomed, pane, next)
    const middle = { x: next.size.width / 2, y: next.size.height / 2 }
    expect(view.k).toBe(3)
    expect(onPlan(view, middle).x).toBeCloseTo(spot.x)
    expect(onPlan(view, middle).y).toBeCloseTo(spot.y)
  }
})

test("a view of all of the hall sees all of it, and of another hall it does too", () => {
  const wide = paneOf(plan, { width: 700, height: 300 })
  expect(viewAfterResize(viewAround(spot, wide.fit, wide.size), wide, pane).k).toBe(pane.fit)
  const other = paneOf(planOf(900), upright)
  expect(viewAfterResize(zoomed, pane, other).k).toBe(other.fit)
})
