import type { Plan } from "@podo/contract/seating"
import { select } from "d3-selection"
import { transition } from "d3-transition"
import { zoom as zoomBehaviour, zoomIdentity, zoomTransform, type ZoomBehavior } from "d3-zoom"
import { centreOf, type Box } from "./plan-geometry.ts"
import { isFit, onPlan, viewAround, type Size, type View } from "./zoom-limits.ts"

/** A box of the plan, the canvas that it is seen in, and how far one can go out and in. */
export type Pane = { plan: Plan; box: Box; size: Size; fit: number; closest: number }
export type Gestures = ZoomBehavior<HTMLCanvasElement, unknown>

type Heard = {
  onView: (view: View) => void
  /** A gesture is over, or the map has arrived where it was sent. */
  onRest: (view: View) => void
}

type ZoomEvent = { transform: View }

/** Pan, pinch and wheel within the limits of a pane. */
export function gesturesIn({ box, size, fit, closest }: Pane, { onView, onRest }: Heard): Gestures {
  const gestures: Gestures = zoomBehaviour()
  return gestures
    .extent([
      [0, 0],
      [size.width, size.height],
    ])
    .translateExtent([
      [box.x, box.y],
      [box.x + box.width, box.y + box.height],
    ])
    .scaleExtent([fit, closest])
    .wheelDelta(wheelSteps)
    .clickDistance(4)
    .filter((event: Event) => startsGesture(event, fit))
    .on("zoom", ({ transform }: ZoomEvent) => onView(transform))
    .on("end", ({ transform }: ZoomEvent) => onRest(transform))
}

/** Listens on a canvas, and stops when the returned function is called. */
export function listen(canvas: HTMLCanvasElement, gestures: Gestures): () => void {
  // The style sheet decides which touches are the page's: it knows whether the map is zoomed.
  const selection = select(canvas).call(gestures).style("touch-action", null)
  // A press means what is under it; the same press twice is no gesture of its own.
  selection.on("dblclick.zoom", null)
  return () => void selection.interrupt().on(".zoom", null)
}

const GLIDE_MS = 420

/** Goes to a view, kept within the limits, which d3 leaves to the caller here. */
export function goToView(canvas: HTMLCanvasElement, gestures: Gestures, to: View, glides: boolean) {
  const wanted = zoomIdentity.translate(to.x, to.y).scale(to.k)
  const view = gestures.constrain()(wanted, extentOf(canvas), gestures.translateExtent())
  const selection = select(canvas)
  if (glides && !wantsStillness()) {
    gestures.transform(selection.transition(transition().duration(GLIDE_MS)), view)
  } else gestures.transform(selection.interrupt(), view)
}

const STEP_MS = 200

export function scaleByStep(canvas: HTMLCanvasElement, gestures: Gestures, factor: number) {
  const selection = select(canvas)
  if (wantsStillness()) gestures.scaleBy(selection, factor)
  else gestures.scaleBy(selection.transition(transition().duration(STEP_MS)), factor)
}

export const wantsStillness = () => matchMedia("(prefers-reduced-motion: reduce)").matches

function extentOf(canvas: HTMLCanvasElement): [[number, number], [number, number]] {
  return [
    [0, 0],
    [canvas.clientWidth, canvas.clientHeight],
  ]
}

/**
 * A phone that is turned, or hides its address bar, must not lose the spot somebody zoomed to; nor must a hall whose
 * seats arrive.
 */
export function viewAfterResize(view: View, was: Pane | undefined, pane: Pane): View {
  const { plan, box, size, fit } = pane
  if (was?.plan !== plan || isFit(view.k, was.fit)) return viewAround(centreOf(box), fit, size)
  const middle = onPlan(view, { x: was.size.width / 2, y: was.size.height / 2 })
  return viewAround(middle, Math.max(view.k, fit), size)
}

/** While all of the map is seen, one finger and the plain wheel belong to the page. */
function startsGesture(event: Event, fit: number): boolean {
  const canvas = event.currentTarget
  if (!(canvas instanceof HTMLCanvasElement)) return false
  const zoomed = !isFit(zoomTransform(canvas).k, fit)
  if (event instanceof WheelEvent) return event.ctrlKey || zoomed
  if (event.type.startsWith("touch")) return zoomed || (event as TouchEvent).touches.length > 1
  return event instanceof MouseEvent && event.button === 0
}

const FASTEST = 0.5

/** In doublings. A pinch on a touchpad sends many small steps, one notch of a mouse wheel a large one. */
function wheelSteps({ deltaY, deltaMode, ctrlKey }: WheelEvent): number {
  const pixels = deltaMode === WheelEvent.DOM_DELTA_PIXEL ? deltaY : deltaY * 25
  const steps = -pixels * (ctrlKey ? 0.02 : 0.002)
  return Math.max(-FASTEST, Math.min(FASTEST, steps))
}
