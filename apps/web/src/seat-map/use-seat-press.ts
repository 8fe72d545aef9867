import { use, useRef, useState, type MouseEvent, type PointerEvent } from "react"
import type { House } from "./house.ts"
import { isToggled, lookOf, whyNot, type Marked } from "./seat-look.ts"
import { SEAT_PITCH, seatAt, type PlacedSeat } from "./seat-rows.ts"
import { SeatRules } from "./seat-rules.ts"
import { seatOfEvent, useSeatCursor } from "./use-seat-cursor.ts"
import type { SeatSpeech } from "./use-seat-speech.ts"
import type { Zoom } from "./use-zoom.ts"
import { isTappable, onPlan, tapScale } from "./zoom-limits.ts"

/** A press beside a seat means the nearest one, up to the middle of the gap behind its row. */
const REACH = 0.75 * SEAT_PITCH

type SeatPressOptions = {
  house: House
  zoom: Zoom
  speech: SeatSpeech
  marked: Marked
  full: boolean
  onToggle: (place: number) => void
}

/** `count` tells a repeated notice from the one before, so that it is announced again. */
export type Notice = { text: string; count: number }
type By = "mouse" | "touch" | "keys"

/** Which seat is spoken of, and what happens when one is pressed: by mouse, finger, keys or a screen reader. */
export function useSeatPress(options: SeatPressOptions) {
  const { house, zoom, speech, marked, full, onToggle } = options
  const { shown, by, show } = useSpokenSeat()
  const [notice, tell] = useNotice()
  const touched = useRef(false)
  const { pressable } = use(SeatRules)

  const press = (seat: PlacedSeat) => {
    const look = lookOf(seat.place, marked)
    tell(whyNot(look, full, speech, pressable) ?? "")
    if (isToggled(look, full, pressable)) onToggle(seat.place)
  }
  const cursor = useSeatCursor(house, zoom, {
    press,
    show: (place) => show(place, "keys"),
  })

  const pointOn = (event: MouseEvent<SVGElement>) => {
    const { left, top } = event.currentTarget.getBoundingClientRect()
    return onPlan(zoom.view, { x: event.clientX - left, y: event.clientY - top })
  }

  const onClick = (event: MouseEvent<SVGSVGElement>) => {
    const point = pointOn(event)
    // A finger covers several small seats: let it choose where to look first. (A screen reader clicks without a finger.)
    if (touched.current && event.detail > 0 && !isTappable(zoom.view.k, SEAT_PITCH)) {
      zoom.goTo(point, tapScale(SEAT_PITCH))
      tell(speech.say.zoomedForTap)
      return
    }
    const seat = seatOfEvent(house, event) ?? seatAt(house.seats, point, REACH)
    if (!seat) return show(undefined, "mouse")
    cursor.setAt(seat.place)
    show(seat.place, touched.current ? "touch" : "mouse")
    press(seat)
  }

  const onPointerMove = (event: PointerEvent<SVGSVGElement>) => {
    if (event.pointerType !== "mouse" || event.buttons > 0) return
    show(seatAt(house.seats, pointOn(event), REACH)?.place, "mouse")
  }

  return {
    shown,
    notice,
    cursor,
    floats: by !== "touch",
    svgProps: {
      onClick,
      onPointerMove,
      onPointerDown: (event: PointerEvent) => {
        touched.current = event.pointerType === "touch"
      },
      onPointerLeave: () => by === "mouse" && show(undefined, "mouse"),
    },
    gridProps: {
      onKeyDown: cursor.onKeyDown,
      onFocus: cursor.onFocus,
      onBlur: cursor.onBlur,
    },
  }
}

/** The seat whose card is open, and by what it was reached: a finger would hide a card beside it. */
function useSpokenSeat() {
  const [{ place, by }, setSpoken] = useState<{ place: number | undefined; by: By }>({
    place: undefined,
    by: "mouse",
  })
  const show = (next: number | undefined, how: By) =>
    setSpoken((was) => (was.place === next && was.by === how ? was : { place: next, by: how }))
  return { shown: place, by, show }
}

function useNotice() {
  const [notice, setNotice] = useState<Notice>({ text: "", count: 0 })
  const tell = (text: string) => setNotice(({ count }) => ({ text, count: count + 1 }))
  return [notice, tell] as const
}
