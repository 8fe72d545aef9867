import type { Box, Point } from "./plan-geometry.ts"

/** Where a plan is seen: a plan point p is drawn at p * k + (x, y), in pixels. */
export type View = { k: number; x: number; y: number }
export type Size = { width: number; height: number }

/** Fingers need this much; a first tap on smaller seats zooms in instead of choosing one. */
export const TAP_PX = 24
const COMFORTABLE_TAP_PX = 32
const CLOSEST_PITCH_PX = 56

export function fitScale(box: Box, pane: Size): number {
  return Math.min(pane.width / box.width, pane.height / box.height)
}

/** `pitch`: how far apart the things to press are, in plan units. */
export function closestScale(fit: number, pitch: number): number {
  return Math.max(CLOSEST_PITCH_PX / pitch, fit * 2)
}

export const isFit = (k: number, fit: number) => k <= fit * 1.01
export const isTappable = (k: number, pitch: number) => k * pitch >= TAP_PX
export const tapScale = (pitch: number) => COMFORTABLE_TAP_PX / pitch

/** The view that has this plan point in the middle of the pane. */
export function viewAround(point: Point, k: number, pane: Size): View {
  return { k, x: pane.width / 2 - point.x * k, y: pane.height / 2 - point.y * k }
}

export const onPane = (view: View, { x, y }: Point): Point => ({
  x: x * view.k + view.x,
  y: y * view.k + view.y,
})

export const onPlan = (view: View, { x, y }: Point): Point => ({
  x: (x - view.x) / view.k,
  y: (y - view.y) / view.k,
})
