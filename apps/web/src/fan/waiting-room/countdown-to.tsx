import { useState } from "react"
import { serverNowMs } from "../../app/api/server-clock.ts"
import { useLanguage } from "../../app/language/language.ts"
import { clockOf, digitsOf } from "../choosing/countdown.ts"
import { useSecondsLeft } from "../choosing/time-left.tsx"

/** Until a moment of the server's clock. Give it the moment as its key. */
export function CountdownTo({ instant, label }: { instant: string; label: string }) {
  const { words } = useLanguage()
  const [atMs] = useState(() => performance.now() + Date.parse(instant) - serverNowMs())
  const { days, ...clock } = clockOf(useSecondsLeft(atMs))
  return (
    <p
      role="timer"
      aria-label={label}
      className="text-4xl font-extrabold tracking-tight tabular-nums sm:text-[3.5rem] sm:leading-none"
    >
      {days > 0 ? `${words.performance.days(days)} ` : null}
      {days > 0 && clock.hours === 0 ? `0:${digitsOf(clock).padStart(5, "0")}` : digitsOf(clock)}
    </p>
  )
}
