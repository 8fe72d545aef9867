import type { Hold } from "@podo/contract/seating"
import { useEffect, useEffectEvent, useRef } from "react"
import { knownMe } from "../../app/session/session.ts"

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
