import { useEffect, useState } from "react"
import { useLanguage } from "../../app/language/language.ts"
import { clockToTheSecond } from "./clocks.ts"

export type Freshness = {
  /** When the numbers came. */
  atMs: number
  /** The last question was not answered. */
  hasFailed: boolean
  pollMs: number | false
  /** News would have come of anything else. */
  isLive: boolean
}

/** Longer than an answer takes in a rush, shorter than anybody trusts a number that stands still. */
const LATE_AFTER_MS = 6_000

type AsOfProps = Freshness & { isRedisAway: boolean; timeZone: string }

/** How fresh the numbers are, in a line whose height never changes. */
export function AsOf({ isRedisAway, timeZone, ...freshness }: AsOfProps) {
  const { words, language } = useLanguage()
  const nowMs = useNowMs()
  const { atMs, hasFailed, pollMs } = freshness
  const isLive = freshness.isLive && !hasFailed
  const clock = clockToTheSecond(isLive ? Math.max(atMs, nowMs) : atMs, { language, timeZone })
  const isLate = hasFailed || (!isLive && pollMs !== false && nowMs - atMs > pollMs + LATE_AFTER_MS)
  const away = isRedisAway ? words.deskSale.heldAway : null
  return (
    <>
      {/* On a phone a line of its own, there also when it is empty: no number moves when something is wrong. */}
      <output className="min-h-5 flex-1 text-sm font-semibold text-amber max-sm:order-last max-sm:basis-full sm:text-right">
        {isLate ? words.deskSale.late : away}
      </output>
      {/* Not read out every few seconds. */}
      <p className="text-sm whitespace-nowrap text-muted">{words.deskSale.asOf(clock)}</p>
    </>
  )
}

function useNowMs(): number {
  const [nowMs, setNowMs] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNowMs(Date.now()), 1_000)
    return () => clearInterval(timer)
  }, [])
  return nowMs
}
