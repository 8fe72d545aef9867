import type { Area, Place } from "@podo/contract/ids"
import { useEffect, useRef } from "react"
import { MARKS_PX } from "./map-level.ts"
import { boxAround, centreOf, pointOf, type Box } from "./plan-geometry.ts"
import { SEAT_PITCH } from "./seat-rows.ts"
import type { Seating } from "./seating.ts"
import type { MapView } from "./use-map-view.ts"
import { tapScale } from "./zoom-limits.ts"

export type Look = { area: Area } | { places: readonly Place[] }

/** Goes where the page points, once for each time that it points somewhere, as soon as what is meant is known. */
export function useLook(look: Look | undefined, seating: Seating, view: MapView) {
  const done = useRef<Look>(undefined)
  useEffect(() => {
    if (look === undefined || look === done.current || view.size.width === 0) return
    if ("area" in look) {
      const outline = seating.plan.areas.find(({ area }) => area === look.area)?.outline ?? []
      if (outline.length === 0) return
      view.goAround(boxAround(outline.map(pointOf)), (1.2 * MARKS_PX) / SEAT_PITCH)
    } else {
      const seats = look.places.flatMap((place) => seating.seatOf(place) ?? [])
      if (seats.length === 0) return
      showAll(boxAround(seats, 2 * SEAT_PITCH), view)
    }
    done.current = look
  }, [look, seating, view])
}

/** As near as one presses seats, or from as far as it takes to see all of them. */
function showAll(box: Box, view: MapView) {
  const k = tapScale(SEAT_PITCH)
  const fits = box.width * k <= view.size.width && box.height * k <= view.size.height
  if (fits) view.goTo(centreOf(box), k)
  else view.goAround(box, view.fit)
}
