import type { Hold } from "@podo/contract/seating"
import { useEffect, useEffectEvent, useRef } from "react"
import { knownMe } from "../../app/session/session.ts"
import { isOver, type LiveHold } from "./hold-query.ts"

/** Calls once when the hold is over: by the page's clock, or by the server's after a device's sleep. */
export function useLapse(hold: LiveHold | null, onLapse: (hold: LiveHold) => void) {
  const lapsed = useRef<string>(undefined)
  const lapse = useEffectEvent((ended: LiveHold) => {
    if (lapsed.current === ended.holdId) return
    lapsed.current = ended.holdId
    onLapse(ended)
  })
  useEffect(() => {
    if (hold === null) return undefined
    let isLeft = false
    const settle = async (otherwise: boolean) => {
      const isSettled = await isOver(hold).catch(() => otherwise)
      if (isSettled && !isLeft) lapse(hold)
    }
    // On another device it may have been prolonged, of which this one has not heard yet.
    const timer = setTimeout(
      () => void settle(true),
      Math.max(0, hold.lapsesAtMs - performance.now()),
    )
    // The steady clock stands still while some devices sleep.
    const wake = () => {
      if (document.visibilityState === "visible") void settle(false)
    }
    document.addEventListener("visibilitychange", wake)
    return () => {
      isLeft = true
      clearTimeout(timer)
      document.removeEventListener("visibilitychange", wake)
    }
  }, [hold])
}

/** Calls when a hold is gone that this page did not end: given back on another device, or lost with its store. */
export function useLostHold(
  hold: Hold | null,
  endedHoldId: string | undefined,
  onLost: (hold: Hold) => void,
) {
  const before = useRef(hold)
  const tell = useEffectEvent((gone: Hold) => {
    if (gone.holdId !== endedHoldId && knownMe()) onLost(gone)
  })
  useEffect(() => {
    if (hold === null && before.current !== null) tell(before.current)
    before.current = hold
  }, [hold])
}
