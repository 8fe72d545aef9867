import type { PlanArea } from "@podo/contract/seating"
import { useState, type KeyboardEvent } from "react"
import { directionOf, nextSeat } from "./next-seat.ts"
import { middleOf } from "./plan-geometry.ts"

/** Like the seats, the areas of a map are one stop of the Tab key; arrow keys walk between them. */
export function useAreaWalk(areas: readonly PlanArea[]) {
  const [at, setAt] = useState<string>()
  const stop = areas.some(({ area }) => area === at) ? at : areas[0]?.area

  const onKeyDown = (event: KeyboardEvent<SVGElement>) => {
    const direction = directionOf[event.key]
    if (!direction || !stop || event.altKey || event.ctrlKey || event.metaKey) return
    const spots = areas.map(({ area, outline }, place) => ({ place, area, ...middleOf(outline) }))
    const from = spots.find(({ area }) => area === stop)
    const next = from && nextSeat(spots, from, direction, () => false)
    event.preventDefault()
    if (!next) return
    setAt(next.area)
    event.currentTarget.querySelector<SVGElement>(`[data-area="${next.area}"]`)?.focus()
  }

  return { stop, setStop: setAt, onKeyDown }
}
