import { useLayoutEffect, useRef } from "react"

/**
 * Something above the element comes or goes because of a press on it: what was pressed stays where it
 * is on the screen. `keep` is called before the change that the next render shows.
 */
export function useKeptInSight<Kept extends HTMLElement>() {
  const list = useRef<Kept>(null)
  const kept = useRef<number>(undefined)
  useLayoutEffect(() => {
    if (kept.current !== undefined && list.current !== null) {
      const movedBy = list.current.getBoundingClientRect().top - kept.current
      scrollBy({ top: movedBy, behavior: "instant" })
    }
    kept.current = undefined
  })
  return {
    list,
    keep: () => {
      kept.current = list.current?.getBoundingClientRect().top
    },
  }
}
