import { useEffect, useEffectEvent } from "react"
import { readHoldAnew, type LiveHold } from "./hold-query.ts"

/** Calls once when the hold is over: by the page's clock, or by the server's after a device's sleep. */
export function useLapse(hold: LiveHold | null, onLapse: (hold: LiveHold) => void) {
  const lapse = useEffectEvent(onLapse)
  useEffect(() => {
    if (hold === null) return undefined
    const timer = setTimeout(() => lapse(hold), Math.max(0, hold.lapsesAtMs - performance.now()))
    // The steady clock stands still while some devices sleep.
    const wake = () => {
      if (document.visibilityState === "hidden") return
      void readHoldAnew(hold.performanceId)
        .then((now) => (now === null ? lapse(hold) : undefined))
        .catch(() => undefined)
    }
    document.addEventListener("visibilitychange", wake)
    return () => {
      clearTimeout(timer)
      document.removeEventListener("visibilitychange", wake)
    }
  }, [hold])
}
