import { type FocusEvent, type KeyboardEvent, useState } from "react"
import type { Row } from "./rows.ts"
import { walkFrom } from "./walk.ts"

/** All seats of a section are one stop of the Tab key; from there the arrow keys walk. */
export function useSeatWalk(rows: readonly Row[], isOpen: (place: number) => boolean) {
  const [at, setAt] = useState<number>()
  const [focused, setFocused] = useState<number>()
  const seats = rows.flatMap((row) => row.seats)
  const stop =
    seats.find(({ place }) => place === at) ?? seats.find(({ place }) => isOpen(place)) ?? seats[0]

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const place = placeOf(event.target)
    if (place === undefined || event.altKey || event.metaKey) return
    const target = walkFrom(rows, place, event)
    if (target === "elsewhere") return
    event.preventDefault()
    if (target === undefined) return
    event.currentTarget
      .querySelector<HTMLElement>(`[data-place="${target.place}"]`)
      ?.focus({ focusVisible: true })
  }

  return {
    stop: stop?.place,
    focused,
    listProps: {
      onKeyDown,
      onFocus: ({ target }: FocusEvent<HTMLElement>) => {
        const place = placeOf(target)
        if (place === undefined) return
        setAt(place)
        setFocused(place)
      },
      onBlur: () => setFocused(undefined),
    },
  }
}

function placeOf(target: EventTarget): number | undefined {
  const seat = target instanceof Element ? target.closest("[data-place]") : null
  return seat === null ? undefined : Number(seat.getAttribute("data-place"))
}
