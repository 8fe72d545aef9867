import { useMemo, useState } from "react"
import {
  choiceKeyOf,
  countOf,
  NOTHING,
  parseChoice,
  setQuantity,
  sift,
  togglePlace,
  type Choice,
} from "./choice.ts"

type ChoiceOf = {
  performanceId: string
  places: string
  max: number
  /** Booked by this person already. */
  own: readonly number[]
}

export type Choosing = ReturnType<typeof useChoice>

/**
 * The choice for one performance, kept for the tab so that signing in and reloading do not lose it.
 * What others took is sifted out on each reading of the map, and comes back if it opens again.
 */
export function useChoice({ performanceId, places, max, own }: ChoiceOf) {
  const key = choiceKeyOf(performanceId)
  const [picked, setPicked] = useState(() => parseChoice(sessionStorage.getItem(key)))
  const { open, gone } = useMemo(() => sift(picked, places, own), [picked, places, own])
  const change = (choice: Choice) => {
    setPicked(choice)
    if (countOf(choice) === 0) sessionStorage.removeItem(key)
    else sessionStorage.setItem(key, JSON.stringify(choice))
  }
  return {
    choice: open,
    selected: useMemo(() => new Set(open.places), [open]),
    gone: useMemo(() => new Set(gone), [gone]),
    count: countOf(open),
    max,
    isFull: countOf(open) >= max && open.standing === null,
    change,
    toggle: (place: number) => change(togglePlace(open, place, max)),
    setQuantity: (area: string, quantity: number) => change(setQuantity(area, quantity, max)),
    clear: () => change(NOTHING),
  }
}
