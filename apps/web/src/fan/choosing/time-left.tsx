import { Timer } from "lucide-react"
import { useEffect, useState } from "react"
import { useLanguage } from "../../app/language/language.ts"
import { clockOf, digitsOf, secondsLeft, spokenMark } from "./countdown.ts"

const SOON_SECONDS = 60
const TICK_MS = 250

/** The hold's time, seen every second and heard three times. */
export function TimeLeft({ lapsesAtMs }: { lapsesAtMs: number }) {
  const { words } = useLanguage()
  const seconds = useSecondsLeft(lapsesAtMs)
  const clock = clockOf(seconds)
  const mark = spokenMark(seconds)
  const look = seconds <= SOON_SECONDS ? "bg-ember-wash text-ember" : "bg-wash text-grape-ink"
  return (
    <div
      className={`flex shrink-0 items-center gap-2 rounded-xl whitespace-nowrap px-3 py-2 ${look}`}
    >
      <Timer className="size-5" aria-hidden="true" />
      <span className="text-sm font-medium">{words.hold.timeLeft}</span>
      <strong
        role="timer"
        aria-label={`${words.hold.timeLeft} ${words.hold.clock(clock.minutes, clock.seconds)}`}
        className="ml-auto text-lg tabular-nums"
      >
        {digitsOf(clock)}
      </strong>
      <span aria-live="assertive" className="sr-only">
        {mark === undefined ? null : words.hold.announce(mark)}
      </span>
    </div>
  )
}

/** Counts down to a moment of the steady clock. */
export function useSecondsLeft(lapsesAtMs: number): number {
  const [seconds, setSeconds] = useState(() => secondsLeft(lapsesAtMs, performance.now()))
  useEffect(() => {
    const tick = () => setSeconds(secondsLeft(lapsesAtMs, performance.now()))
    tick()
    const timer = setInterval(tick, TICK_MS)
    return () => clearInterval(timer)
  }, [lapsesAtMs])
  return seconds
}
