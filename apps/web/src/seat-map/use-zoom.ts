import { select } from "d3-selection"
import { zoom as zoomBehaviour, zoomIdentity, zoomTransform, type ZoomBehavior } from "d3-zoom"
import { useLayoutEffect, useMemo, useRef, useState } from "react"
import { centreOf, isSameBox, type Box, type Point } from "./plan-geometry.ts"
import {
  closestScale,
  fitScale,
  isFit,
  onPlan,
  shiftToReveal,
  viewAround,
  type Size,
  type View,
} from "./zoom-limits.ts"

const STEP = 1.6

export type Zoom = {
  attach: (svg: SVGSVGElement | null) => void
  view: View
  size: Size
  /** The smallest scale: all of the plan is in the pane. */
  fit: number
  closest: number
  /** The view jumped at a press, so the drawing may glide there; under a finger it must not lag. */
  glides: boolean
  steps: { in: () => void; out: () => void; all: () => void }
  /** Brings a point to the middle at this scale. */
  goTo: (point: Point, k: number) => void
  reveal: (point: Point) => void
}

/** Zooms and pans a box of a plan within a pane; `pitch` is how far apart the plan's targets are. */
export function useZoom(box: Box, pitch: number): Zoom {
  const [svg, attach] = useState<SVGSVGElement | null>(null)
  const size = useSize(svg)
  const fit = fitScale(box, size)
  const closest = closestScale(fit, pitch)
  const [{ view, glides }, setState] = useState<{ view: View; glides: boolean }>({
    view: zoomIdentity,
    glides: false,
  })
  const behaviour = useMemo(
    () =>
      behaviourIn({ box, size, fit, closest }, (next, isGlide) =>
        setState({ view: next, glides: isGlide }),
      ),
    [box, size, fit, closest],
  )

  useAttached(svg, behaviour)
  const shownIn = useRef<Shown>(undefined)
  useLayoutEffect(() => {
    if (!svg || size.width === 0) return
    show(svg, behaviour, viewAfterResize(zoomTransform(svg), shownIn.current, { box, size, fit }))
    shownIn.current = { box, size, fit }
  }, [svg, behaviour, box, fit, size])

  const act = (deed: (on: SVGSVGElement) => void) => {
    if (svg && size.width > 0) deed(svg)
  }
  return {
    attach,
    view,
    size,
    fit,
    closest,
    glides,
    steps: {
      in: () => act((on) => behaviour.scaleBy(select(on), STEP)),
      out: () => act((on) => behaviour.scaleBy(select(on), 1 / STEP)),
      all: () => act((on) => show(on, behaviour, viewAround(centreOf(box), fit, size))),
    },
    goTo: (point, k) =>
      act((on) => show(on, behaviour, viewAround(point, Math.min(k, closest), size))),
    reveal: (point) => {
      const { x, y } = shiftToReveal(view, point, size)
      if (x === 0 && y === 0) return
      act((on) => behaviour.translateBy(select(on), x / view.k, y / view.k))
    },
  }
}

type Pane = { box: Box; size: Size; fit: number; closest: number }
type Behaviour = ZoomBehavior<SVGSVGElement, unknown>

function behaviourIn(
  { box, size, fit, closest }: Pane,
  onView: (view: View, glides: boolean) => void,
): Behaviour {
  // The first view in a pane is simply there; nothing glides to it.
  let isPlaced = false
  const behaviour: Behaviour = zoomBehaviour()
  return behaviour
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
    .on("zoom", ({ transform, sourceEvent }: { transform: View; sourceEvent: unknown }) => {
      onView(transform, isPlaced && !sourceEvent)
      isPlaced = true
    })
}

type Shown = { box: Box; size: Size; fit: number }

/** A phone that is turned, or hides its address bar, must not lose the spot somebody zoomed to. */
function viewAfterResize(view: View, was: Shown | undefined, { box, size, fit }: Shown): View {
  const isSamePlan = was !== undefined && isSameBox(was.box, box)
  if (!isSamePlan || isFit(view.k, was.fit)) return viewAround(centreOf(box), fit, size)
  const middle = onPlan(view, { x: was.size.width / 2, y: was.size.height / 2 })
  return viewAround(middle, Math.max(view.k, fit), size)
}

function useAttached(svg: SVGSVGElement | null, behaviour: Behaviour) {
  useLayoutEffect(() => {
    if (!svg) return undefined
    // The style sheet decides which touches are the page's: it knows whether the map is zoomed.
    select(svg).call(behaviour).style("touch-action", null)
    return () => void select(svg).on(".zoom", null)
  }, [svg, behaviour])
}

/** Goes to a view, kept within the limits, which d3 leaves to the caller here. */
function show(svg: SVGSVGElement, behaviour: Behaviour, view: View) {
  const wanted = zoomIdentity.translate(view.x, view.y).scale(view.k)
  const [from, to] = behaviour.translateExtent()
  const pane: [[number, number], [number, number]] = [
    [0, 0],
    [svg.clientWidth, svg.clientHeight],
  ]
  behaviour.transform(select(svg), behaviour.constrain()(wanted, pane, [from, to]))
}

/** While all of the map is seen, one finger and the plain wheel belong to the page. */
function startsGesture(event: Event, fit: number): boolean {
  const svg = event.currentTarget
  if (!(svg instanceof SVGSVGElement)) return false
  const { k } = zoomTransform(svg)
  const zoomed = !isFit(k, fit)
  if (event instanceof WheelEvent) {
    return event.ctrlKey || zoomed || svg.contains(document.activeElement)
  }
  if (event.type.startsWith("touch")) return zoomed || (event as TouchEvent).touches.length > 1
  if (event.type === "dblclick") {
    return !(event.target instanceof Element && event.target.closest("[data-place], [data-area]"))
  }
  return event instanceof MouseEvent && event.button === 0
}

const FASTEST = 0.5

/** In doublings. A pinch on a touchpad sends many small steps, one notch of a mouse wheel a large one. */
function wheelSteps({ deltaY, deltaMode, ctrlKey }: WheelEvent): number {
  const pixels = deltaMode === WheelEvent.DOM_DELTA_PIXEL ? deltaY : deltaY * 25
  const steps = -pixels * (ctrlKey ? 0.02 : 0.002)
  return Math.max(-FASTEST, Math.min(FASTEST, steps))
}

function useSize(element: Element | null): Size {
  const [size, setSize] = useState<Size>({ width: 0, height: 0 })
  useLayoutEffect(() => {
    if (!element) return undefined
    const measure = () => {
      const { clientWidth: width, clientHeight: height } = element
      setSize((was) => (was.width === width && was.height === height ? was : { width, height }))
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [element])
  return size
}
