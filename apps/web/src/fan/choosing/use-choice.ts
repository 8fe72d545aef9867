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
  /** Booked by this person already, or let go by them a moment ago: nobody else was faster at those. */
  own: readonly number[]
  /** Chosen as long as this person has not chosen anything else. */
  atFirst: Choice
}

export type Choosing = ReturnType<typeof useChoice>

/**
 * The choice for one performance, kept for the tab so that signing in and reloading do not lose it.
 * Places that others took are sifted out on each reading of the map, and come back if they open again.
 */
export function useChoice({ performanceId, places, max, own, atFirst }: ChoiceOf) {
  const key = choiceKeyOf(performanceId)
  const [picked, setPicked] = useState(() => keptChoice(key))
  const { open, gone } = useMemo(() => sift(picked ?? NOTHING, places, own), [picked, places, own])
  const chosen = picked === undefined ? atFirst : open
  const change = (choice: Choice) => {
    setPicked(choice)
    if (countOf(choice) === 0) sessionStorage.removeItem(key)
    else sessionStorage.setItem(key, JSON.stringify(choice))
  }
  return {
    choice: chosen,
    selected: useMemo(() => new Set(open.places), [open]),
    gone: useMemo(() => new Set(gone), [gone]),
    count: countOf(chosen),
    max,
    isFull: countOf(chosen) >= max && chosen.standing === null,
    change,
    /** In the place of those that others took. */
    replace: (found: readonly number[]) =>
      change({ places: [...open.places, ...found].slice(0, max), standing: null }),
    toggle: (place: number) => change(togglePlace(open, place, max)),
    setQuantity: (area: string, quantity: number) => change(setQuantity(area, quantity, max)),
    clear: () => change(NOTHING),
  }
}

function keptChoice(key: string): Choice | undefined {
  const kept = parseChoice(sessionStorage.getItem(key))
  return countOf(kept) === 0 ? undefined : kept
}
