import { useEffect, useRef, useState } from "react"

const EVERY_MS = 30_000

/**
 * The text for a screen reader: at once when something else has begun, else at most every half a minute. A voice
 * that counts along would drown everything.
 */
export function useSpoken(sentence: string, turn: string): string {
  const [spoken, setSpoken] = useState(sentence)
  const last = useRef({ turn, atMs: -EVERY_MS })
  useEffect(() => {
    const { turn: before, atMs } = last.current
    const waitMs = before === turn ? Math.max(0, atMs + EVERY_MS - performance.now()) : 0
    const timer = setTimeout(() => {
      last.current = { turn, atMs: performance.now() }
      setSpoken(sentence)
    }, waitMs)
    return () => clearTimeout(timer)
  }, [sentence, turn])
  return spoken
}
