import type { Plan } from "@podo/contract/seating"
import { zoomTransform } from "d3-zoom"
import { useLayoutEffect, useMemo, useRef, useState } from "react"
import {
  gesturesIn,
  goToView,
  listen,
  scaleByStep,
  viewAfterResize,
  type Gestures,
  type Pane,
} from "./map-gestures.ts"
import { centreOf, type Box, type Point } from "./plan-geometry.ts"
import { SEAT_PITCH } from "./seat-rows.ts"
import type { Seating } from "./seating.ts"
import { closestScale, fitScale, isFit, viewAround, type Size, type View } from "./zoom-limits.ts"

const STEP = 1.6
/** Room around an area that was gone to, as a part of the canvas. */
const AROUND = 0.9

/** The part of the view that React knows: no more than decides about buttons. */
type Zoomed = "whole" | "between" | "closest"

export type MapView = {
  size: Size
  /** The smallest scale: all of the plan is on the canvas. */
  fit: number
  zoomed: Zoomed
  steps: { in: () => void; out: () => void; all: () => void }
  /** The view of this moment: it changes with every frame, and without React. */
  now: () => View
  /** Brings a point to the middle at this scale, or nearer if the map is nearer already. */
  goTo: (point: Point, k: number) => void
  /** Brings a box into view, all of it and as large as it gets, but no smaller than `least`. */
  goAround: (box: Box, least: number) => void
}

type Heard = { onView: (view: View, isWhole: boolean) => void; onRest: (view: View) => void }

/** Pans and zooms a hall on a canvas. `heard` must keep its identity. */
export function useMapView(
  canvas: HTMLCanvasElement | null,
  { plan, box }: Seating,
  heard: Heard,
): MapView {
  const size = useSize(canvas)
  const pane = useMemo(() => paneOf(plan, box, size), [plan, box, size])
  const [zoomed, setZoomed] = useState<Zoomed>("whole")
  const gestures = useMemo(() => {
    const onView = (view: View) => {
      const next = zoomedAt(view, pane)
      setZoomed(next)
      heard.onView(view, next === "whole")
    }
    return gesturesIn(pane, { onView, onRest: heard.onRest })
  }, [pane, heard])

  useLayoutEffect(() => (canvas ? listen(canvas, gestures) : undefined), [canvas, gestures])
  const shownIn = useRef<Pane>(undefined)
  useLayoutEffect(() => {
    if (!canvas || size.width === 0) return
    const view = viewAfterResize(zoomTransform(canvas), shownIn.current, pane)
    shownIn.current = pane
    goToView(canvas, gestures, view, false)
  }, [canvas, gestures, pane, size])

  return { size, fit: pane.fit, zoomed, ...actionsOn(canvas, gestures, pane) }
}

function paneOf(plan: Plan, box: Box, size: Size): Pane {
  const fit = fitScale(box, size)
  return { plan, box, size, fit, closest: closestScale(fit, SEAT_PITCH) }
}

function zoomedAt({ k }: View, { fit, closest }: Pane): Zoomed {
  if (isFit(k, fit)) return "whole"
  return k >= closest * 0.99 ? "closest" : "between"
}

function actionsOn(canvas: HTMLCanvasElement | null, gestures: Gestures, pane: Pane) {
  const { box, size, fit, closest } = pane
  const act = (action: (on: HTMLCanvasElement) => void) => {
    if (canvas && size.width > 0) action(canvas)
  }
  const now = (): View => (canvas ? zoomTransform(canvas) : { k: 1, x: 0, y: 0 })
  const show = (point: Point, k: number) =>
    act((on) => goToView(on, gestures, viewAround(point, Math.min(k, closest), size), true))
  return {
    now,
    steps: {
      in: () => act((on) => scaleByStep(on, gestures, STEP)),
      out: () => act((on) => scaleByStep(on, gestures, 1 / STEP)),
      all: () => show(centreOf(box), fit),
    },
    goTo: (point: Point, k: number) => show(point, Math.max(k, now().k)),
    goAround: (around: Box, least: number) =>
      show(centreOf(around), Math.max(least, AROUND * fitScale(around, size))),
  }
}

/** How large an element is, whenever that changes; nothing until it is there. */
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
