import { useEffect } from "react"

export const MAIN_ID = "main"

/**
 * The part of a new page that a browser does, done for a new route: start at the top, and tell where we are
 * by moving the focus. Going back keeps the browser's own scroll position, so only that does not count.
 */
export function RouteArrival() {
  useEffect(() => {
    let path = location.pathname
    const arrive = () => {
      if (location.pathname === path) return
      path = location.pathname
      scrollTo(0, 0)
      document.getElementById(MAIN_ID)?.focus({ preventScroll: true })
    }
    const note = () => {
      path = location.pathname
    }
    addEventListener("pushState", arrive)
    addEventListener("replaceState", arrive)
    addEventListener("popstate", note)
    return () => {
      removeEventListener("pushState", arrive)
      removeEventListener("replaceState", arrive)
      removeEventListener("popstate", note)
    }
  }, [])
  return null
}
