import { useEffect, useState } from "react"
import { serverNowMs } from "../../app/api/server-clock.ts"
import { useLanguage } from "../../app/language/language.ts"
import { useRoomWords } from "../../app/language/room-words.ts"
import type { KnownStanding } from "./ahead.ts"
import { hasNothingLeft } from "./chance.ts"
import { isWide, timeUntil } from "./time-promise.ts"

const TICK_MS = 5_000

/** How long it takes, as it was promised. Its lines keep their room, so that nothing jumps. */
export function WaitTime({ known }: { known: KnownStanding }) {
  const say = useRoomWords()
  const time = useWaitWords(known)
  const nowMs = useNowMs()
  return (
    <div className="mt-2 flex min-h-20 flex-col items-center gap-0.5">
      <p className="text-sm text-muted">{say.time.label}</p>
      <p className="text-xl font-bold tabular-nums">{time ?? say.time.unknown}</p>
      <output className="block min-h-5 text-sm text-balance text-muted">{note()}</output>
    </div>
  )

  function note() {
    const { promise, hasRisen } = known
    const isTold = promise !== undefined && !known.paused && !hasNothingLeft(known)
    if (isTold && promise.isLonger) return say.time.longer
    if (hasRisen) return say.line.risen
    return isTold && isWide(promise, nowMs) ? say.time.wide : null
  }
}

/** "4~6분"; undefined while nobody can say. */
export function useWaitWords(known: KnownStanding): string | undefined {
  const say = useRoomWords()
  const { formats } = useLanguage()
  const nowMs = useNowMs()
  const { promise } = known
  if (known.paused) return say.time.paused
  // The moment at which a place comes back is unknown, whatever was promised while there were some.
  if (hasNothingLeft(known)) return say.time.none
  if (promise === undefined) return undefined
  const until = timeUntil(promise, nowMs)
  if (until.kind === "soon") return say.time.soon
  const { kind, from, to } = until
  if (kind === "mixed") return say.time.mixed(formats.number(from), formats.number(to))
  const inWords = kind === "hours" ? say.time.hours : say.time.minutes
  return inWords(from === undefined ? undefined : formats.number(from), formats.number(to))
}

function useNowMs(): number {
  const [nowMs, setNow] = useState(serverNowMs)
  useEffect(() => {
    const timer = setInterval(() => setNow(serverNowMs()), TICK_MS)
    return () => clearInterval(timer)
  }, [])
  // An answer may be newer than the last tick.
  return Math.max(nowMs, serverNowMs())
}
