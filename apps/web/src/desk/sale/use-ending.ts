import type { Sale } from "@podo/contract/desk-sale"
import { useEffect, useEffectEvent, useRef } from "react"
import { useLanguage } from "../../app/language/language.ts"
import { MAIN_ID } from "../../app/shell/route-arrival.tsx"
import { tell } from "../../app/shell/toasts.tsx"

/**
 * Says that the sale was closed or called off as soon as the numbers say so: by a press on this page, by one whose
 * answer was lost, by a colleague or by the clock.
 */
export function useEnding({ performance, publishedAt }: Sale) {
  const { words } = useLanguage()
  const { cancelledAt, saleState } = performance
  const phase =
    cancelledAt !== null ? "cancelled" : saleState === "closed" && publishedAt ? "closed" : "before"
  const was = useRef(phase)
  const end = useEffectEvent(() => {
    if (phase === "before" || phase === was.current) return
    tell(phase === "cancelled" ? words.deskSale.cancelDone : words.deskSale.closeDone)
    // How far the cancelling is stands at the top, and the button that began it is gone.
    if (phase === "cancelled") scrollTo(0, 0)
    requestAnimationFrame(() => {
      if (document.activeElement !== document.body) return
      document.getElementById(MAIN_ID)?.focus({ preventScroll: true })
    })
  })
  useEffect(() => {
    end()
    was.current = phase
  }, [phase])
}
