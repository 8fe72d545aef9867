import { ascending } from "../numbers.ts"
import type { Changed, Heard } from "./parts.ts"

/** Changes gather for half a second at most, and are read a moment later. */
const TOLD_WITHIN_MS = 600

/**
 * For each reader and each change, how long it took, in ms, ascending. A change that was changed again before it was told,
 * nobody hears of.
 */
export function latenessOf(changed: Changed[], heard: Heard[], readers: number) {
  const byPlace = Map.groupBy(changed, ([place]) => place)
  const ms: number[] = []
  for (const { at, changes } of heard) {
    for (const [state, places] of changes) {
      for (const place of places) {
        const last = byPlace
          .get(place)
          ?.findLast(([, its, changedAt]) => its === state && changedAt <= at)
        if (last) ms.push(at - last[2])
      }
    }
  }
  const changedAgain = changed.filter(([place, , at]) =>
    byPlace.get(place)?.some(([, , next]) => next > at && next - at <= TOLD_WITHIN_MS),
  )
  const unheard = changed.length * readers - ms.length
  return {
    ms: ms.toSorted(ascending),
    unheard,
    missed: Math.max(0, unheard - changedAgain.length * readers),
  }
}
