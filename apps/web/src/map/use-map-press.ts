import type { Area, Place } from "@podo/contract/ids"
import type { PlanArea } from "@podo/contract/seating"
import { useEffect, useRef, useState } from "react"
import { MARKS_PX } from "./map-level.ts"
import { boxAround, pointOf } from "./plan-geometry.ts"
import { areaAt, targetAt } from "./press-target.ts"
import { isToggled, lookOf, seatLabel, whyNot, type Marked, type SeatLook } from "./seat-look.ts"
import { SEAT_PITCH, type PlacedSeat } from "./seat-rows.ts"
import type { Seating } from "./seating.ts"
import type { MapView } from "./use-map-view.ts"
import type { SeatSpeech } from "../app/language/seat-words.ts"
import { onPlan, tapScale } from "./zoom-limits.ts"

type PressOptions = {
  seating: Seating
  marked: Marked
  full: boolean
  pressable: ReadonlySet<SeatLook> | undefined
  speech: SeatSpeech
  onToggle: (place: Place) => void
  onStanding: ((area: Area) => void) | undefined
}

/** `count` tells a repeated notice from the one before, so that it is announced again. */
export type Notice = { text: string; count: number }
const SILENT: Notice = { text: "", count: 0 }

/** The seat or area spoken of under the map, or over it where a mouse points. */
export type Spoken = { place?: number; area?: Area; byTouch: boolean }
const NOTHING: Spoken = { byTouch: false }

/** The effect of a press on the map, and what is pointed at. */
export function useMapPress(options: PressOptions) {
  const [spoken, setSpoken] = useState<Spoken>(NOTHING)
  const [notice, setNotice] = useState(SILENT)
  const [told, setTold] = useState(SILENT)
  const anew = (text: string) => (was: Notice) => ({ text, count: was.count + 1 })
  const speakOf = (next: Spoken) => setSpoken((was) => (isSame(was, next) ? was : next))
  const { seating, marked, full, pressable, speech } = options

  const pressSeat = (seat: PlacedSeat, byTouch: boolean) => {
    const look = lookOf(seat.place, marked)
    speakOf({ place: seat.place, byTouch })
    setNotice(anew(whyNot(look, full, speech, pressable) ?? ""))
    if (!isToggled(look, full, pressable)) return
    const area = seating.blockOf(seat.place)?.area
    const next = look === "selected" ? "open" : "selected"
    const priced = area && { area, currency: seating.plan.currency }
    setTold(anew(priced ? seatLabel(seat, next, priced, speech) : ""))
    options.onToggle(seat.place)
  }
  const pressArea = (area: PlanArea, view: MapView, byTouch: boolean) => {
    speakOf({ area: area.area, byTouch })
    if (area.kind === "standing") return options.onStanding?.(area.area)
    return view.goAround(boxAround(area.outline.map(pointOf)), (1.2 * MARKS_PX) / SEAT_PITCH)
  }

  return {
    spoken,
    notice,
    told,
    /** The map moved away under the mouse. */
    onMoved: () => setSpoken((was) => (was.byTouch || was.place === undefined ? was : NOTHING)),
    onPress: (event: MouseEvent, view: MapView, byTouch: boolean) => {
      const point = pointUnder(event, view)
      const target = targetAt({ point, k: view.now().k, byTouch }, seating)
      if (!target) return speakOf(NOTHING)
      if ("seat" in target) return pressSeat(target.seat, byTouch)
      if ("area" in target) return pressArea(target.area, view, byTouch)
      setNotice(anew(byTouch ? speech.say.zoomedForTap : ""))
      return view.goTo(target.near, tapScale(SEAT_PITCH))
    },
    onPoint: (event: MouseEvent, view: MapView) => {
      const point = pointUnder(event, view)
      const target = targetAt({ point, k: view.now().k, byTouch: false }, seating)
      if (target && "seat" in target) return speakOf({ place: target.seat.place, byTouch: false })
      const area = areaAt(seating.plan.areas, point)?.area
      return speakOf(area === undefined ? NOTHING : { area, byTouch: false })
    },
    onLeave: () => setSpoken((was) => (was.byTouch ? was : NOTHING)),
  }
}

export type MapPress = ReturnType<typeof useMapPress>

/** A canvas has no parts that could listen: it tells what was done where. */
export function useCanvasPress(canvas: HTMLCanvasElement | null, view: MapView, press: MapPress) {
  const byTouch = useRef(false)
  useEffect(() => {
    if (!canvas) return undefined
    const listening = new AbortController()
    const { signal } = listening
    canvas.addEventListener(
      "pointerdown",
      (event) => void (byTouch.current = event.pointerType === "touch"),
      { signal },
    )
    canvas.addEventListener("click", (event) => press.onPress(event, view, byTouch.current), {
      signal,
    })
    canvas.addEventListener(
      "pointermove",
      (event) => {
        if (event.pointerType === "mouse" && event.buttons === 0) press.onPoint(event, view)
      },
      { signal },
    )
    canvas.addEventListener("pointerleave", press.onLeave, { signal })
    return () => listening.abort()
  }, [canvas, view, press])
}

const pointUnder = ({ offsetX: x, offsetY: y }: MouseEvent, view: MapView) =>
  onPlan(view.now(), { x, y })

const isSame = (a: Spoken, b: Spoken) =>
  a.place === b.place && a.area === b.area && a.byTouch === b.byTouch
