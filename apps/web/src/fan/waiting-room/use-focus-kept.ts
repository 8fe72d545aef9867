import { type RefObject, useEffect, useRef } from "react"
import { MAIN_ID } from "../../app/shell/route-arrival.tsx"

/** A dialog that closes with the part it was in gives the focus to whatever comes first on the page. */
const AFTER_DIALOG_MS = 50

/** Where one part of a page gives way to another by itself, whatever had the focus is gone: what came takes it, and is seen. */
export function useFocusKept(part: string | undefined): RefObject<HTMLDivElement | null> {
  const place = useRef<HTMLDivElement>(null)
  const before = useRef(part)
  useEffect(() => {
    const from = before.current
    before.current = part
    if (from === undefined || from === part) return undefined
    const timer = setTimeout(() => {
      const isInMain = document.getElementById(MAIN_ID)?.contains(document.activeElement)
      if (isInMain !== true) place.current?.focus({ preventScroll: true })
      // A reader who has scrolled down to press, or to read, would not see what it has become.
      const isAbove = (place.current?.getBoundingClientRect().top ?? 0) < 0
      if (isAbove) place.current?.scrollIntoView()
    }, AFTER_DIALOG_MS)
    return () => clearTimeout(timer)
  }, [part])
  return place
}
