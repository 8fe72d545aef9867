import type { Area, Place } from "@podo/contract/ids"
import { useEffect, useRef } from "react"
import { MARKS_PX } from "./map-level.ts"
import { boxAround, centreOf, pointOf } from "./plan-geometry.ts"
import { SEAT_PITCH, type PlacedSeat } from "./seat-rows.ts"
import type { Seating } from "./seating.ts"
import type { MapView } from "./use-map-view.ts"
import { TAP_PX } from "./zoom-limits.ts"

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
      showAll(seats, seating, view)
    }
    done.current = look
  }, [look, seating, view])
}

/** How far from the middle what is shown may be, so that more of its area is in sight. */
const ASIDE = 0.25

/** As near as one presses seats, or from as far as it takes to see all of them, with their area rather than the gangway. */
function showAll(seats: readonly PlacedSeat[], seating: Seating, view: MapView) {
  const box = boxAround(seats, 2 * SEAT_PITCH)
  const k = TAP_PX / SEAT_PITCH
  const room = { width: view.size.width / k, height: view.size.height / k }
  if (box.width > room.width || box.height > room.height) return view.goAround(box, view.fit)
  const own = seats[0] && seating.blockOf(seats[0].place)
  const around = own ? boxAround(own.rows.flatMap((row) => row.seats)) : box
  const [from, to] = [centreOf(box), centreOf(around)]
  const aside = (way: number, of: number, its: number) => {
    const most = Math.min(ASIDE * of, (of - its) / 2)
    return Math.min(most, Math.max(-most, way))
  }
  const x = from.x + aside(to.x - from.x, room.width, box.width)
  const y = from.y + aside(to.y - from.y, room.height, box.height)
  return view.goTo({ x, y }, k)
}
