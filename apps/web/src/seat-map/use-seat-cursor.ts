import { useState, type FocusEvent, type KeyboardEvent } from "react"
import { directionOf, nextSeat } from "./next-seat.ts"
import type { PlacedSeat, SeatRow } from "./seat-rows.ts"
import type { House } from "./house.ts"
import type { Zoom } from "./use-zoom.ts"

type Deeds = { press: (seat: PlacedSeat) => void; show: (place: number | undefined) => void }

/** The whole map is one stop of the Tab key; from there the arrow keys walk from seat to seat. */
export function useSeatCursor(house: House, zoom: Zoom, deeds: Deeds) {
  const [at, setAt] = useState<number>()
  const [rings, setRings] = useState(false)

  const walkTo = (seat: PlacedSeat | undefined, grid: Element) => {
    if (!seat) return
    setAt(seat.place)
    zoom.reveal(seat)
    const cell = grid.querySelector<SVGElement>(`[data-place="${seat.place}"]`)
    cell?.focus({ preventScroll: true })
    // Only after the map has moved does the page know where the seat is.
    requestAnimationFrame(() => cell?.scrollIntoView({ block: "nearest", inline: "nearest" }))
  }

  const onKeyDown = (event: KeyboardEvent<SVGElement>) => {
    const seat = seatOfEvent(house, event)
    if (!seat || event.altKey || event.metaKey) return
    const grid = event.currentTarget
    if (event.key === "Enter" || event.key === " ") deeds.press(seat)
    else if (event.key === "+" || event.key === "=") zoom.steps.in()
    else if (event.key === "-") zoom.steps.out()
    else if (event.key === "Escape") deeds.show(undefined)
    else if (event.key === "0") zoom.steps.all()
    else {
      const target = targetOf(house, seat, event)
      if (target === "elsewhere") return
      walkTo(target, grid)
    }
    event.preventDefault()
  }

  return {
    at,
    setAt,
    rings,
    onKeyDown,
    onFocus: (event: FocusEvent<SVGElement>) => {
      const seat = seatOfEvent(house, event)
      if (!seat) return
      setAt(seat.place)
      setRings(event.target.matches(":focus-visible"))
      if (!event.target.matches(":focus-visible")) return
      deeds.show(seat.place)
      zoom.reveal(seat)
    },
    onBlur: () => {
      setRings(false)
      deeds.show(undefined)
    },
  }
}

export function seatOfEvent(house: House, event: { target: EventTarget }): PlacedSeat | undefined {
  const cell = event.target instanceof Element ? event.target.closest("[data-place]") : null
  return house.seatOf.get(Number(cell?.getAttribute("data-place") ?? -1))
}

type Key = { key: string; ctrlKey: boolean }

/** Undefined: there is nothing further that way. "elsewhere": the key is not the map's. */
function targetOf(house: House, seat: PlacedSeat, { key, ctrlKey }: Key) {
  const row: SeatRow | undefined = house.rowOf.get(seat.place)
  const direction = directionOf[key]
  if (direction) {
    return nextSeat(house.seats, seat, direction, ({ place }) => house.rowOf.get(place) === row)
  }
  if (key === "Home") return ctrlKey ? house.seats[0] : row?.seats[0]
  if (key === "End") return ctrlKey ? house.seats.at(-1) : row?.seats.at(-1)
  return "elsewhere"
}
