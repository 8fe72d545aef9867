import { useEffect, useState } from "react"
import { secondsLeft } from "./countdown.ts"

const TICK_MS = 250

/** Seconds until a moment of the steady clock; 0 where there is none, or it is past. */
export function usePause(untilMs: number | undefined): number {
  const [seconds, setSeconds] = useState(0)
  useEffect(() => {
    if (untilMs === undefined) return undefined
    const tick = () => {
      const left = secondsLeft(untilMs, performance.now())
      setSeconds(left)
      if (left === 0) clearInterval(timer)
    }
    const timer = setInterval(tick, TICK_MS)
    tick()
    return () => clearInterval(timer)
  }, [untilMs])
  return seconds
}
